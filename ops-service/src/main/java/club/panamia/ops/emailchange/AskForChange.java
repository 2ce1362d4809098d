package club.panamia.ops.emailchange;

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

/** Mails the new address a link that proves it: asking again, the older link dies. */
@ApplicationScoped
class AskForChange {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Migrations migrations;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;

    AskForChange(Migrations migrations, MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.migrations = migrations;
        this.outbox = outbox;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<PendingView> by(Actor actor, NewAddress wanted) {
        var token = Tokens.newToken();
        var hash = tokens.hash(token);
        var expires = clock.instant().plus(LIFE);
        return migrations
                .expect(actor, wanted, hash, expires)
                .chain(() -> outbox.post(new Mail(
                        "email-change-proof",
                        wanted.newEmail(),
                        wanted.locale(),
                        Map.of(
                                "link",
                                settings.publicUrl() + ProofResource.PATH + "?token=" + token,
                                "host",
                                settings.publicUrl().getHost()),
                        "email-change-proof:" + hash,
                        expires)))
                .replaceWith(new PendingView(wanted.newEmail(), expires));
    }
}
