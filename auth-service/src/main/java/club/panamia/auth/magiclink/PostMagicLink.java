package club.panamia.auth.magiclink;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.Map;

/** Makes a token, keeps its hash, and leaves the mail with the link in the outbox: both or neither. */
@ApplicationScoped
class PostMagicLink {

    private static final String LOCALE = "en";

    private final VerificationTokens verificationTokens;
    private final Tokens tokens;
    private final MailOutbox outbox;
    private final Settings settings;
    private final Clock clock;

    PostMagicLink(
            VerificationTokens verificationTokens, Tokens tokens, MailOutbox outbox, Settings settings, Clock clock) {
        this.verificationTokens = verificationTokens;
        this.tokens = tokens;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> to(EmailAddress email, ReturnTarget target) {
        var token = Tokens.newToken();
        var hash = tokens.hash(token);
        var expires = clock.instant().plus(VerificationToken.LIFE);
        var mail = new Mail(
                "sign-in",
                email.text(),
                LOCALE,
                Map.of(
                        "link",
                        link(email, token, target),
                        "host",
                        settings.publicUrl().getHost()),
                "sign-in:" + hash,
                expires);
        return verificationTokens
                .persist(new VerificationToken(email.text(), hash, expires))
                .chain(() -> outbox.post(mail));
    }

    private String link(EmailAddress email, String token, ReturnTarget target) {
        return UriBuilder.fromUri(settings.publicUrl())
                .path("/login/confirm")
                .queryParam("token", token)
                .queryParam("email", "{email}")
                .queryParam("to", "{to}")
                .build(email.text(), target.path())
                .toString();
    }
}
