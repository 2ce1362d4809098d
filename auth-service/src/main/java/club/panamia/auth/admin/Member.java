package club.panamia.auth.admin;

import club.panamia.kernel.event.DomainEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person as administrators treat them: let in or locked out, administrator or not. */
@Entity
@Table(name = "users")
@DynamicUpdate
public class Member {

    private static final String USER = "user";
    private static final String ADMIN = "admin";

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    @Nullable
    @Column(columnDefinition = "text", updatable = false)
    String email;

    @Column(columnDefinition = "text")
    String role;

    @Nullable
    @Column(name = "locked_at")
    Instant lockedAt;

    @Nullable
    @Column(name = "lock_reason", columnDefinition = "text")
    String lockReason;

    @Nullable
    @Column(name = "scrubbed_at", updatable = false)
    Instant scrubbedAt;

    protected Member() {}

    Member(String id, @Nullable String email, boolean admin) {
        this.id = id;
        this.email = email;
        this.role = admin ? ADMIN : USER;
    }

    /** Somebody was locked out; their sessions have ended. */
    public record Locked(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.locked";
        }
    }

    /** Somebody may sign in again. */
    public record Unlocked(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.unlocked";
        }
    }

    /** Somebody became an administrator. */
    public record AdminGranted(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.admin-granted";
        }
    }

    /** Somebody is an administrator no more; their sessions have ended. */
    public record AdminRevoked(String userId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.admin-revoked";
        }
    }

    /** Locks the person out; who is locked already stays so since then, for another reason. */
    Optional<Locked> lock(String reason, Instant now) {
        if (lockedAt != null && reason.equals(lockReason)) {
            return Optional.empty();
        }
        lockReason = reason;
        lockedAt = lockedAt == null ? now : lockedAt;
        return Optional.of(new Locked(id));
    }

    /** Lets the person in again. */
    Optional<Unlocked> unlock() {
        if (lockedAt == null) {
            return Optional.empty();
        }
        lockedAt = null;
        lockReason = null;
        return Optional.of(new Unlocked(id));
    }

    /** Makes the person an administrator; their next request has the right. */
    Optional<AdminGranted> appoint() {
        if (isAdmin()) {
            return Optional.empty();
        }
        role = ADMIN;
        return Optional.of(new AdminGranted(id));
    }

    /** Takes the administrator's rights. */
    Optional<AdminRevoked> dismiss() {
        if (!isAdmin()) {
            return Optional.empty();
        }
        role = USER;
        return Optional.of(new AdminRevoked(id));
    }

    boolean isAdmin() {
        return ADMIN.equals(role);
    }

    boolean isListedIn(List<String> adminEmails) {
        return email != null
                && adminEmails.stream().map(String::strip).anyMatch(listed -> listed.equalsIgnoreCase(email));
    }

    boolean mayActAsAdmin() {
        return isAdmin() && lockedAt == null;
    }
}
