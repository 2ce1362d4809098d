package club.panamia.profile.letter;

import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import club.panamia.profile.profile.Profile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the administrators hear of: a profile waits. Whoever decides is signed in; the mail itself opens nothing. */
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

    public Uni<Void> submitted(Profile profile, Profile.Submitted event) {
        return Multi.createFrom()
                .iterable(administrators)
                .onItem()
                .transformToUniAndConcatenate(address -> outbox.post(mail(address, profile, event)))
                .collect()
                .last();
    }

    /** The key holds no address. */
    private Mail mail(String address, Profile profile, Profile.Submitted event) {
        var key = "staff-profile-submitted:%s:%d:%s".formatted(profile.id(), event.version(), tokens.hash(address));
        return new Mail(
                "staff-profile-submitted",
                address,
                "en",
                Map.of("name", profile.name()),
                key,
                clock.instant().plus(WORTH_SENDING));
    }
}
