package club.panamia.auth.provider.verification;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Notes that a sign-in waits, and leaves the mail with its link in the outbox: both or neither. */
@ApplicationScoped
class PostVerification {

    private final PendingSignIns pendingSignIns;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;

    PostVerification(PendingSignIns pendingSignIns, MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.pendingSignIns = pendingSignIns;
        this.outbox = outbox;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The secret that tells the browser again. */
    @WithTransaction
    Uni<String> to(Unproven unproven) {
        var token = Tokens.newToken();
        var secret = Tokens.newToken();
        var pending = new PendingSignIn(unproven, tokens.hash(token), tokens.hash(secret), clock.instant());
        return pendingSignIns
                .forget(unproven.account())
                .chain(() -> pendingSignIns.persist(pending))
                .chain(() -> outbox.post(mail(pending, token)))
                .replaceWith(secret);
    }

    private Mail mail(PendingSignIn pending, String token) {
        return new Mail(
                "verify-account",
                pending.email,
                pending.locale,
                Map.of(
                        "link", settings.publicUrl() + "/api/oauth-verifications/confirmation?token=" + token,
                        "host", settings.publicUrl().getHost(),
                        "provider", pending.told.label(),
                        "account", pending.told.shown()),
                "verify-account:" + pending.tokenHash,
                pending.expiresAt);
    }
}
