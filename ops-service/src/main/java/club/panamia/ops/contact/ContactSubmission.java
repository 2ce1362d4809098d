package club.panamia.ops.contact;

import club.panamia.kernel.id.SortableId;
import club.panamia.kernel.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as it was received, and who takes care of it. */
@Entity
@Table(name = "contact_submissions")
public class ContactSubmission {

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

    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String message;

    @Column(columnDefinition = "text", updatable = false)
    String locale;

    boolean acknowledged;

    @Nullable
    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Nullable
    @Column(name = "acknowledged_by", columnDefinition = "text")
    String acknowledgedBy;

    @Nullable
    @Column(name = "assigned_to", columnDefinition = "text")
    String assignedTo;

    @Nullable
    @Column(name = "assigned_at")
    Instant assignedAt;

    @Nullable
    @Column(name = "quarantined_for", columnDefinition = "text")
    String quarantinedFor;

    protected ContactSubmission() {}

    ContactSubmission(@Nullable String userId, ContactMessage written, Optional<Doubt> doubt) {
        this.userId = userId;
        name = written.name();
        email = written.email();
        message = written.message();
        locale = written.locale();
        quarantinedFor = doubt.map(Doubt::wire).orElse(null);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String locale() {
        return locale;
    }

    /** What was written; empty where the reference system kept none. */
    public String message() {
        return message == null ? "" : message;
    }

    /** It is taken care of; whoever said so first is the one who did. */
    public void acknowledge(Actor staff, Instant now) {
        if (!acknowledged) {
            acknowledged = true;
            acknowledgedAt = now;
            acknowledgedBy = staff.userId();
        }
    }

    /** It is not taken care of after all. */
    public void reopen() {
        acknowledged = false;
        acknowledgedAt = null;
        acknowledgedBy = null;
    }

    /** Somebody of the staff takes it on, or hands it over to another one. */
    public void assign(String staffId, Instant now) {
        if (!staffId.equals(assignedTo)) {
            assignedTo = staffId;
            assignedAt = now;
        }
    }

    /** Nobody in particular takes care of it. */
    public void unassign() {
        assignedTo = null;
        assignedAt = null;
    }

    /** It was doubted for nothing: says whether it had been. */
    public boolean release() {
        var doubted = quarantinedFor != null;
        quarantinedFor = null;
        return doubted;
    }
}
