package club.panamia.ops.contact;

import club.panamia.kernel.idempotency.Idempotent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Keeps a message: apart from its endpoint, which counts attempts before a transaction begins. */
@ApplicationScoped
class ReceiveMessage {

    private final ContactSubmissions submissions;
    private final StaffMail staffMail;

    ReceiveMessage(ContactSubmissions submissions, StaffMail staffMail) {
        this.submissions = submissions;
        this.staffMail = staffMail;
    }

    /** Staff hears of it at once, unless it is doubted. The sender cannot tell the difference. */
    @WithTransaction
    @Idempotent
    Uni<RestResponse<ContactReceipt>> from(@Nullable String userId, ContactMessage message, Optional<Doubt> doubt) {
        return submissions
                .persist(new ContactSubmission(userId, message, doubt))
                .call(received -> doubt.isPresent() ? Uni.createFrom().voidItem() : staffMail.received(received))
                .map(received -> RestResponse.status(Status.CREATED, new ContactReceipt(received.id)));
    }
}
