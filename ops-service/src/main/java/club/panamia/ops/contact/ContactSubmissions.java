package club.panamia.ops.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The messages that were sent to us. */
@ApplicationScoped
class ContactSubmissions implements PanacheRepositoryBase<ContactSubmission, String> {}
