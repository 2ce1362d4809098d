package club.panamia.ops.contact;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the administrators of a message, in the transaction that keeps it. */
@ApplicationScoped
public class StaffMail {

    private static final Duration WORTH_SENDING = Duration.ofDays(7);

    private final MailOutbox outbox;
    private final Tokens tokens;
    private final Clock clock;
    private final List<String> administrators;

    StaffMail(MailOutbox outbox, Tokens tokens, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.tokens = tokens;
        this.clock = clock;
        administrators = settings.adminEmails().orElse(List.of());
    }

    public Uni<Void> received(ContactSubmission message) {
        return Multi.createFrom()
                .iterable(administrators)
                .onItem()
                .transformToUniAndConcatenate(address -> outbox.post(mail(address, message)))
                .collect()
                .last();
    }

    /** The key holds no address. */
    private Mail mail(String address, ContactSubmission message) {
        return new Mail(
                "staff-contact-message",
                address,
                "en",
                Map.of("name", message.name(), "email", message.email(), "message", message.message()),
                "staff-contact-message:%s:%s".formatted(message.id(), tokens.hash(address)),
                clock.instant().plus(WORTH_SENDING));
    }
}
