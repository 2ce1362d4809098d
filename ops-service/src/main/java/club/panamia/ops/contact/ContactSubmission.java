package club.panamia.ops.contact;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it was received, and whether somebody has taken care of it. */
@Entity
@Table(name = "contact_submissions")
class ContactSubmission {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    /** Who wrote it, when they were signed in. */
    @Nullable
    @Column(name = "user_id", columnDefinition = "text", updatable = false)
    String userId;

    @Column(columnDefinition = "text", updatable = false)
    String name;

    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Column(columnDefinition = "text", updatable = false)
    String message;

    boolean acknowledged;

    @Nullable
    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Nullable
    @Column(name = "acknowledged_by", columnDefinition = "text")
    String acknowledgedBy;

    protected ContactSubmission() {}

    ContactSubmission(@Nullable String userId, ContactMessage written) {
        this.userId = userId;
        name = written.name();
        email = written.email();
        message = written.message();
    }
}
