package club.panamia.auth.affiliate;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.kernel.settings.Settings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells those in {@code ADMIN_EMAILS} who has joined the programme. */
@ApplicationScoped
class StaffMail {

    private static final Duration WORTH_SENDING = Duration.ofDays(7);

    private final MailOutbox outbox;
    private final List<String> staff;
    private final Clock clock;

    StaffMail(MailOutbox outbox, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.staff = settings.adminEmails().orElse(List.of());
        this.clock = clock;
    }

    /** In the caller's transaction, one mail for each. */
    Uni<Void> joined(Actor actor, NewAffiliate affiliate) {
        return Multi.createFrom()
                .iterable(staff)
                .map(recipient -> mail(recipient.strip(), actor, affiliate))
                .onItem()
                .transformToUniAndConcatenate(outbox::post)
                .onItem()
                .ignoreAsUni();
    }

    private Mail mail(String recipient, Actor actor, NewAffiliate affiliate) {
        var name = affiliate.name() == null ? affiliate.email() : affiliate.name();
        return new Mail(
                "staff-affiliate-joined",
                recipient,
                "en",
                Map.of("name", name, "email", affiliate.email(), "code", affiliate.code()),
                "staff-affiliate-joined:%s:%s".formatted(actor.userId(), recipient),
                clock.instant().plus(WORTH_SENDING));
    }
}
