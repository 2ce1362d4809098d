package club.panamia.ops.inbox;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.mail.Mail;
import club.panamia.kernel.mail.MailOutbox;
import club.panamia.ops.contact.ContactSubmission;
import club.panamia.ops.contact.ContactSubmissions;
import club.panamia.ops.contact.StaffMail;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What staff does with a message: apart from its endpoint, which looks the session up before a transaction begins. */
@ApplicationScoped
class WorkOnMessage {

    private static final Duration WORTH_SENDING = Duration.ofDays(7);

    /** That an answer is on its way, under this id. */
    record Answered(String id) {}

    private final ContactSubmissions submissions;
    private final Inbox inbox;
    private final StaffMail staffMail;
    private final MailOutbox outbox;
    private final Clock clock;

    WorkOnMessage(ContactSubmissions submissions, Inbox inbox, StaffMail staffMail, MailOutbox outbox, Clock clock) {
        this.submissions = submissions;
        this.inbox = inbox;
        this.staffMail = staffMail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> acknowledge(String id, Actor staff) {
        return submissions
                .received(id)
                .invoke(message -> message.acknowledge(staff, clock.instant()))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> reopen(String id) {
        return submissions.received(id).invoke(ContactSubmission::reopen).replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> assign(String id, String staffId) {
        return submissions
                .received(id)
                .invoke(message -> message.assign(staffId, clock.instant()))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> unassign(String id) {
        return submissions.received(id).invoke(ContactSubmission::unassign).replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> release(String id) {
        return submissions
                .received(id)
                .call(message -> message.release()
                        ? staffMail.received(message)
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<Answered>> reply(String id, Actor staff, Reply reply) {
        return submissions
                .received(id)
                .invoke(message -> message.acknowledge(staff, clock.instant()))
                .chain(message -> inbox.answer(message, staff, reply.message())
                        .call(answer -> outbox.post(mail(message, reply, answer))))
                .map(answer -> RestResponse.status(Status.CREATED, new Answered(answer)));
    }

    private Mail mail(ContactSubmission message, Reply reply, String answerId) {
        return new Mail(
                "contact-reply",
                message.email(),
                message.locale(),
                Map.of("name", message.name(), "reply", reply.message(), "message", message.message()),
                "contact-reply:" + answerId,
                clock.instant().plus(WORTH_SENDING));
    }
}
