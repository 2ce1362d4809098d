package club.panamia.content.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where an article stands between its author and its readers, and who put it there. */
@Embeddable
public class Publication {

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "article_status")
    Status status = Status.DRAFT;

    /** The first time; it stays, so that an article that is published again does not come up as new. */
    @Nullable
    @Column(name = "published_at")
    Instant publishedAt;

    /** When it goes out by itself. */
    @Nullable
    @Column(name = "publish_at")
    Instant publishAt;

    /** In which time zone its author chose the time. */
    @Nullable
    @Column(name = "publish_zone", columnDefinition = "text")
    String publishZone;

    @Nullable
    @Column(name = "removed_at")
    Instant removedAt;

    @Nullable
    @Column(name = "removed_by", columnDefinition = "text")
    String removedBy;

    @Nullable
    @Column(name = "removal_reason", columnDefinition = "text")
    String removalReason;

    public Publication() {}

    /** Takes it to a state in which its readers do not see it. */
    public void withdraw(Status to) {
        status = to;
    }

    public void publish(Instant now) {
        status = Status.PUBLISHED;
        publishedAt = publishedAt == null ? now : publishedAt;
        unschedule();
    }

    public void schedule(Instant moment, String zone) {
        publishAt = moment;
        publishZone = zone;
    }

    public void unschedule() {
        publishAt = null;
        publishZone = null;
    }

    public void remove(String moderator, String reason, Instant now) {
        status = Status.REMOVED;
        removedAt = now;
        removedBy = moderator;
        removalReason = reason;
    }

    /** What it was removed for stays in its history. */
    public void restore() {
        status = Status.PUBLISHED;
        removedAt = null;
        removedBy = null;
        removalReason = null;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Instant publishAt() {
        return publishAt;
    }

    public @Nullable String publishZone() {
        return publishZone;
    }

    public @Nullable Instant removedAt() {
        return removedAt;
    }

    public @Nullable String removalReason() {
        return removalReason;
    }
}
