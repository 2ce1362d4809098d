package club.panamia.ops.contact;

import club.panamia.kernel.idempotency.Idempotent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Keeps a message: apart from its endpoint, which counts attempts before a transaction begins. */
@ApplicationScoped
class ReceiveMessage {

    private final ContactSubmissions submissions;

    ReceiveMessage(ContactSubmissions submissions) {
        this.submissions = submissions;
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<ContactReceipt>> from(@Nullable String userId, ContactMessage message) {
        return submissions
                .persist(new ContactSubmission(userId, message))
                .map(received -> RestResponse.status(Status.CREATED, new ContactReceipt(received.id)));
    }
}
