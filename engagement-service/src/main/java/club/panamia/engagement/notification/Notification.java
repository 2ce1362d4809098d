package club.panamia.engagement.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something that one person is told. Mapped are the columns that change once it is written. */
@Entity
@Table(name = "notifications")
@DynamicUpdate
class Notification {

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Column(columnDefinition = "text", updatable = false)
    String target;

    @Column(name = "read")
    boolean read;

    @Nullable
    @Column(name = "read_at")
    Instant readAt;

    protected Notification() {}

    static Notification to(String target) {
        var notification = new Notification();
        notification.target = target;
        return notification;
    }

    /** Its reader has seen what it says; the first time counts. */
    void read(Instant now) {
        if (!read) {
            read = true;
            readAt = now;
        }
    }

    boolean isRead() {
        return read;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }
}
