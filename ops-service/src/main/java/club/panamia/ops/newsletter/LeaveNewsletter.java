package club.panamia.ops.newsletter;

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
import org.jspecify.annotations.Nullable;

/** Takes somebody off the list and tells them, with a way back; again does nothing. */
@ApplicationScoped
class LeaveNewsletter {

    private static final Duration LIFE = Duration.ofDays(14);

    private final Readers readers;
    private final MailOutbox outbox;
    private final Tokens tokens;
    private final String site;
    private final Clock clock;

    LeaveNewsletter(Readers readers, MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.readers = readers;
        this.outbox = outbox;
        this.tokens = tokens;
        this.site = settings.publicUrl().toString();
        this.clock = clock;
    }

    /** @param client the caller's address, if a person called */
    @WithTransaction
    Uni<Void> by(String readerId, String source, @Nullable String client) {
        var token = Tokens.newToken();
        return readers.leave(readerId, tokens.hash(token), source, client)
                .chain(leaver -> leaver == null ? Uni.createFrom().voidItem() : outbox.post(mail(leaver, token)));
    }

    private Mail mail(Readers.Leaver leaver, String token) {
        return new Mail(
                "newsletter-left",
                leaver.email(),
                leaver.locale(),
                Map.of("link", site + ConfirmationResource.PATH + "?token=" + token),
                "newsletter-left:" + tokens.hash(token),
                clock.instant().plus(LIFE));
    }
}
