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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Takes somebody off the list and tells them, with a way back; again does nothing. */
@ApplicationScoped
public class LeaveNewsletter {

    private static final Duration LIFE = Duration.ofDays(14);

    /** Whoever presses the button leaves, however far the database's clock is ahead of ours. */
    private static final Duration ANY_SKEW = Duration.ofDays(1);

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

    /** By the link in a newsletter. */
    @WithTransaction
    Uni<Void> byLink(String readerId, String client) {
        return left(
                new Readers.Departure(readerId, "", "link", client),
                clock.instant().plus(ANY_SKEW));
    }

    /** As a mail provider tells: it may tell late, and more than once. Whoever has confirmed since stays. */
    @WithTransaction
    public Uni<Void> toldBy(String provider, String address, Instant at) {
        return left(new Readers.Departure("", address.toLowerCase(Locale.ROOT), provider, null), at);
    }

    private Uni<Void> left(Readers.Departure departure, Instant at) {
        var token = Tokens.newToken();
        return readers.leave(departure, tokens.hash(token), at)
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
