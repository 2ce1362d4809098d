package club.panamia.mentoring.session;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a session.
 *
 * @param sessionId its public id, as in paths
 * @param actorId who did it; absent where its time had come
 * @param minutes of a reminder: how long before the start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionStep(
        @JsonIgnore Step step,
        String sessionId,
        @Nullable String mentorId,
        @Nullable String menteeId,
        @Nullable String actorId,
        Instant startsAt,
        @Nullable Integer minutes,
        int version)
        implements DomainEvent {

    /** Each step as the log of events names it: {@code mentoring.session.accepted}. */
    public enum Step {
        REQUESTED("requested"),
        REQUEST_EXPIRING("request-expiring"),
        ACCEPTED("accepted"),
        DECLINED("declined"),
        CANCELLED("cancelled"),
        EXPIRED("expired"),
        PROPOSED("proposed"),
        RESCHEDULED("rescheduled"),
        STARTED("started"),
        COMPLETED("completed"),
        NO_SHOW("no-show"),
        REMINDER_DUE("reminder-due"),
        FEEDBACK_DUE("feedback-due");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** Whether the two are free again afterwards. */
        boolean endsIt() {
            return switch (this) {
                case DECLINED, CANCELLED, EXPIRED, COMPLETED, NO_SHOW -> true;
                case REQUESTED,
                        REQUEST_EXPIRING,
                        ACCEPTED,
                        PROPOSED,
                        RESCHEDULED,
                        STARTED,
                        REMINDER_DUE,
                        FEEDBACK_DUE -> false;
            };
        }
    }

    static SessionStep of(MentorSession session, Step step, @Nullable String actorId, int version) {
        return new SessionStep(
                step,
                session.sessionId,
                session.mentorUserId,
                session.menteeUserId,
                actorId,
                session.startsAt(),
                null,
                version);
    }

    SessionStep before(@Nullable Integer howLong) {
        return new SessionStep(step, sessionId, mentorId, menteeId, actorId, startsAt, howLong, version);
    }

    @Override
    public String type() {
        return "mentoring.session." + step.label;
    }
}
