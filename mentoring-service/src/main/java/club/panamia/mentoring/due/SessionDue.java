package club.panamia.mentoring.due;

import club.panamia.mentoring.session.SessionStep.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something to be said about a session at a certain time, once. */
@Entity
@Table(schema = "internal", name = "session_due")
@DynamicUpdate
class SessionDue {

    @Id
    @Column(columnDefinition = "text")
    String id;

    @Column(name = "session_id", columnDefinition = "text", updatable = false)
    String sessionId;

    @Column(columnDefinition = "text", updatable = false)
    String kind;

    @Column(name = "due_at", updatable = false)
    Instant dueAt;

    @Nullable
    @Column(name = "done_at")
    Instant doneAt;

    protected SessionDue() {}

    /** It is said, or not worth saying any more. */
    void done(Instant now) {
        doneAt = now;
    }

    /** A reminder is no help after the start, nor when the next one is due as well: that says the same. */
    boolean isTooLate(Instant start, Instant now) {
        return switch (kind) {
            case "day-before" -> !now.isBefore(start.minus(Duration.ofHours(1)));
            case "hour-before" -> !now.isBefore(start.minus(Duration.ofMinutes(10)));
            case "minutes-before" -> !now.isBefore(start);
            default -> false;
        };
    }

    Step step() {
        return switch (kind) {
            case "feedback" -> Step.FEEDBACK_DUE;
            case "request-expiring" -> Step.REQUEST_EXPIRING;
            default -> Step.REMINDER_DUE;
        };
    }

    /** How long before the start. */
    @Nullable
    Integer minutes() {
        return switch (kind) {
            case "day-before" -> 1440;
            case "hour-before" -> 60;
            case "minutes-before" -> 10;
            default -> null;
        };
    }
}
