package club.panamia.auth.email;

import club.panamia.auth.page.Language;
import club.panamia.auth.user.User;
import club.panamia.auth.user.Users;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Uses a link up, adds its address to the account, and tells the account's own address: all or nothing. */
@ApplicationScoped
class AdoptEmail {

    private static final Duration WORTH_TELLING = Duration.ofDays(3);

    private final EmailProofs proofs;
    private final Users users;
    private final EventLog events;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;

    AdoptEmail(
            EmailProofs proofs,
            Users users,
            EventLog events,
            MailOutbox outbox,
            Tokens tokens,
            Settings settings,
            Clock clock) {
        this.proofs = proofs;
        this.users = users;
        this.events = events;
        this.outbox = outbox;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address that was added. */
    @WithTransaction
    Uni<String> with(String token, Actor actor, Language language) {
        var hash = tokens.hash(token);
        return proofs.use(actor, hash, clock.instant()).call(email -> add(email, actor, language, hash));
    }

    private Uni<Void> add(String email, Actor actor, Language language, String hash) {
        return users.selfForChange(actor)
                .call(user -> events.record(actor.userId(), user.adopt(email)))
                .call(users::flush)
                .chain(user -> outbox.post(notice(user, email, language, hash)));
    }

    private Mail notice(User user, String email, Language language, String hash) {
        return new Mail(
                "email-added",
                String.valueOf(user.email()),
                language.tag(),
                Map.of("address", email, "host", settings.publicUrl().getHost()),
                "email-added:" + hash,
                clock.instant().plus(WORTH_TELLING));
    }
}
