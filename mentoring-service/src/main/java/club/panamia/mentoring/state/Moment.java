package club.panamia.mentoring.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands at one instant: all that decides what can be done with it.
 *
 * @param requestExpiresAt only of a request
 * @param proposedBy who would like another time, while the other has not answered
 */
public record Moment(
        SessionStatus status,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant requestExpiresAt,
        @Nullable Part proposedBy,
        @Nullable Instant proposedAt,
        Instant now) {

    private static final Duration EARLY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    boolean isBeforeStart() {
        return now.isBefore(startsAt);
    }

    boolean isAnswerable() {
        return isBeforeStart() && (requestExpiresAt == null || now.isBefore(requestExpiresAt));
    }

    /** From ten minutes before the start to the end. */
    boolean isTimeToCome() {
        return !now.isBefore(startsAt.minus(EARLY)) && now.isBefore(endsAt);
    }

    boolean hasStarted() {
        return !isBeforeStart();
    }

    /** Ten minutes late is not coming. */
    boolean isTooLateToCome() {
        return !now.isBefore(startsAt.plus(PATIENCE));
    }

    boolean canBeMoved() {
        return isBeforeStart() && proposedAt != null && now.isBefore(proposedAt);
    }
}
