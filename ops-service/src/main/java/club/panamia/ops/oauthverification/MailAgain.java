package club.panamia.ops.oauthverification;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mails the proof once more, with a new link: of the old one only the hash is known, and it dies. */
@ApplicationScoped
class MailAgain {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Nothing for what is confirmed, or was begun so long ago that its browser has forgotten it. */
    private static final String RENEW = """
            UPDATE o_auth_verifications
               SET verification_token = :hash, expires_at = :expires
             WHERE (id = :id OR browser_hash = :browser)
               AND confirmed_at IS NULL AND created_at > now() - interval '35 minutes'
            RETURNING email, locale, oauth_profile ->> 'label', oauth_profile ->> 'shown'
            """;

    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;

    MailAgain(MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the browser that began it; false when nothing waits there. */
    @WithTransaction
    Uni<Boolean> forBrowser(String browserHash) {
        return renewed("", browserHash);
    }

    /** For an administrator; the link still opens in the browser only that began. False when nothing waits. */
    @WithTransaction
    Uni<Boolean> forAdmin(String id) {
        return renewed(id, "");
    }

    private Uni<Boolean> renewed(String id, String browserHash) {
        var token = Tokens.newToken();
        var expires = clock.instant().plus(LIFE);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(RENEW, Object[].class)
                        .setParameter("hash", tokens.hash(token))
                        .setParameter("expires", expires)
                        .setParameter("id", id)
                        .setParameter("browser", browserHash)
                        .getSingleResultOrNull())
                .chain(row -> post(row, token, expires));
    }

    private Uni<Boolean> post(Object @Nullable [] row, String token, Instant expires) {
        if (row == null) {
            return Uni.createFrom().item(false);
        }
        var mail = new Mail(
                "verify-account",
                (String) row[0],
                (String) row[1],
                Map.of(
                        "link",
                        settings.publicUrl() + ConfirmationResource.PATH + "?token=" + token,
                        "host",
                        settings.publicUrl().getHost(),
                        "provider",
                        (String) row[2],
                        "account",
                        (String) row[3]),
                "verify-account:" + tokens.hash(token),
                expires);
        return outbox.post(mail).replaceWith(true);
    }
}
