package club.panamia.mentoring.session;

import club.panamia.kernel.id.SortableId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An hour, or another time, that a mentor gives to a mentee. Rights hang on the two user ids: the reference system's e-mail
 * columns are not mapped.
 */
@Entity
@Table(name = "mentor_sessions")
@DynamicUpdate
class MentorSession {

    @Id
    @SortableId
    @Column(columnDefinition = "text")
    String id;

    @Version
    int version;

    /** Names the session in links and rooms. */
    @Column(name = "session_id", columnDefinition = "text", updatable = false)
    String sessionId;

    /** Null once this person is gone; the other one keeps the record of an ended session. */
    @Nullable
    @Column(name = "mentor_user_id", columnDefinition = "text", updatable = false)
    String mentorUserId;

    @Nullable
    @Column(name = "mentee_user_id", columnDefinition = "text", updatable = false)
    String menteeUserId;

    @Column(name = "scheduled_at")
    Instant scheduledAt;

    /** Minutes. */
    @Column
    int duration;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(columnDefinition = "text")
    String topic;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "session_type", columnDefinition = "session_type")
    SessionType sessionType;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "session_status")
    SessionStatus status;

    /** Plain text that the two share. */
    @Nullable
    @Column(columnDefinition = "text")
    String notes;

    /** An unanswered request ends then. */
    @Nullable
    @Column(name = "request_expires_at")
    Instant requestExpiresAt;

    @Nullable
    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "completed_at")
    Instant completedAt;

    @Nullable
    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Nullable
    @Column(name = "cancelled_by_user_id", columnDefinition = "text")
    String cancelledByUserId;

    @Nullable
    @Column(name = "cancel_reason", columnDefinition = "text")
    String cancelReason;

    @Nullable
    @Column(name = "declined_at")
    Instant declinedAt;

    @Nullable
    @Column(name = "decline_reason", columnDefinition = "text")
    String declineReason;

    protected MentorSession() {}
}
