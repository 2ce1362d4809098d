package club.panamia.kernel.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where every service leaves its mail; ops-service sends it. */
@ApplicationScoped
public class MailOutbox {

    private static final String POST = """
            INSERT INTO internal.mail_outbox (template, locale, recipient, params, dedupe_key, expires_at)
            VALUES (:template, :locale, :recipient, :params, :dedupeKey, :expiresAt)
            ON CONFLICT (dedupe_key) DO NOTHING
            """;

    private final EncryptionKeys keys;

    MailOutbox(EncryptionKeys keys) {
        this.keys = keys;
    }

    /** Leaves a mail in the caller's transaction. A mail with a known dedupe key changes nothing. */
    public Uni<Void> post(Mail mail) {
        return CallersTransaction.session()
                .chain(session -> insert(session, mail).executeUpdate())
                .replaceWithVoid();
    }

    private Mutiny.MutationQuery insert(Mutiny.Session session, Mail mail) {
        return session.createNativeQuery(POST)
                .setParameter("template", mail.template())
                .setParameter("locale", mail.locale())
                .setParameter("recipient", mail.recipient())
                .setParameter("params", SealedParams.seal(mail.params(), mail.dedupeKey(), keys))
                .setParameter("dedupeKey", mail.dedupeKey())
                .setParameter("expiresAt", mail.expiresAt());
    }
}
