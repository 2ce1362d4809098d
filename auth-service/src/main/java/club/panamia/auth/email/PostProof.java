package club.panamia.auth.email;

import club.panamia.auth.magiclink.EmailAddress;
import club.panamia.auth.page.Language;
import club.panamia.auth.user.User;
import club.panamia.auth.user.Users;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Sends a link to an address that somebody says is theirs. Whether another account has it is not told here: only who reads that
 * mailbox learns it.
 */
@ApplicationScoped
class PostProof {

    static final Duration LIFE = Duration.ofHours(24);

    private final EmailProofs proofs;
    private final Users users;
    private final Tokens tokens;
    private final MailOutbox outbox;
    private final Settings settings;
    private final Clock clock;

    PostProof(EmailProofs proofs, Users users, Tokens tokens, MailOutbox outbox, Settings settings, Clock clock) {
        this.proofs = proofs;
        this.users = users;
        this.tokens = tokens;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> to(EmailAddress email, Actor actor, Language language) {
        var token = Tokens.newToken();
        var hash = tokens.hash(token);
        var expires = clock.instant().plus(LIFE);
        return users.self(actor)
                .invoke(user -> user.requireRoomFor(email.text()))
                .call(() -> proofs.expect(actor, email.text(), hash, expires))
                .chain(user -> outbox.post(new Mail(
                        "email-proof",
                        email.text(),
                        language.tag(),
                        Map.of("link", link(token), "name", nameOf(user), "host", host()),
                        "email-proof:" + hash,
                        expires)));
    }

    private String link(String token) {
        return UriBuilder.fromUri(settings.publicUrl())
                .path("/account/emails/confirm")
                .queryParam("token", token)
                .build()
                .toString();
    }

    private String host() {
        return settings.publicUrl().getHost();
    }

    private static String nameOf(User user) {
        return Objects.requireNonNullElse(user.screenname(), "");
    }
}
