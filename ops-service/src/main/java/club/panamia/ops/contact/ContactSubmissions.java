package club.panamia.ops.contact;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The messages that were sent to us. */
@ApplicationScoped
class ContactSubmissions implements PanacheRepositoryBase<ContactSubmission, String> {

    @WithTransaction
    Uni<ContactSubmission> receive(ContactMessage message, Optional<Actor> writer) {
        return persist(new ContactSubmission(writer.map(Actor::userId).orElse(null), message));
    }
}
