package club.panamia.mentoring.letter;

import static club.panamia.mentoring.state.Part.MENTEE;
import static club.panamia.mentoring.state.Part.MENTOR;

import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody is written: after which event, by which letter of ops-service, while the session is in which state. */
enum Occasion {
    REQUESTED("requested", "session-requested", SessionStatus.PENDING, List.of(MENTOR)),
    UNANSWERED("request-expiring", "session-unanswered", SessionStatus.PENDING, List.of(MENTOR)),
    ACCEPTED("accepted", "session-accepted", SessionStatus.SCHEDULED, List.of(MENTOR, MENTEE)),
    DECLINED("declined", "session-declined", SessionStatus.DECLINED, List.of(MENTEE)),
    CANCELLED("cancelled", "session-cancelled", SessionStatus.CANCELLED, List.of(MENTOR, MENTEE)),
    EXPIRED("expired", "session-expired", SessionStatus.CANCELLED, List.of(MENTEE)),
    PROPOSED("proposed", "session-proposed", SessionStatus.SCHEDULED, List.of(MENTOR, MENTEE)),
    MOVED("rescheduled", "session-moved", SessionStatus.SCHEDULED, List.of(MENTOR, MENTEE)),
    MISSED("no-show", "session-missed", SessionStatus.CANCELLED, List.of(MENTOR, MENTEE)),
    REMINDER("reminder-due", "session-reminder", SessionStatus.SCHEDULED, List.of(MENTOR, MENTEE)),
    FEEDBACK("feedback-due", "session-feedback", SessionStatus.COMPLETED, List.of(MENTOR, MENTEE));

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration TO_ANSWER = Duration.ofHours(6);

    private final String step;
    private final String letter;
    private final SessionStatus status;
    private final List<Part> readers;

    Occasion(String step, String letter, SessionStatus status, List<Part> readers) {
        this.step = step;
        this.letter = letter;
        this.status = status;
        this.readers = readers;
    }

    /** The event, as its recorder names it. */
    String event() {
        return "mentoring.session." + step;
    }

    String letter() {
        return letter;
    }

    static Occasion of(String letter) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.letter.equals(letter))
                .findFirst()
                .orElseThrow();
    }

    /** Whether somebody is written to: else there is a later event, and a letter that tells of it. */
    boolean isStillSo(Addressee reader) {
        return readers.contains(reader.part())
                && reader.entry().status() == status
                && (this != PROPOSED || reader.proposedAt() != null);
    }

    /** Who proposes another time, or reports the other one, need not be told; what changes a calendar is mailed to both. */
    boolean isNewTo(Addressee reader, @Nullable String actorId) {
        return changesCalendars() || !reader.userId().equals(actorId);
    }

    /**
     * Until when it can wait where that is quiet for its reader. What changes a calendar or is about to happen cannot, and
     * neither can anything about a session of the day after, nor a request that would end within six hours.
     */
    Optional<Instant> canWaitUntil(Addressee reader, Instant now) {
        return switch (this) {
            case UNANSWERED, ACCEPTED, CANCELLED, MOVED, REMINDER -> Optional.empty();
            case REQUESTED, DECLINED, EXPIRED, PROPOSED, MISSED, FEEDBACK ->
                reader.quiet().endAfter(now).filter(end -> isEarlyEnough(reader, end, now));
        };
    }

    private boolean isEarlyEnough(Addressee reader, Instant end, Instant now) {
        var isOver = !reader.entry().startsAt().isAfter(now);
        var answerBy = reader.answerBy();
        return (isOver || end.isBefore(reader.entry().startsAt().minus(ONE_DAY)))
                && (this != REQUESTED || answerBy == null || end.isBefore(answerBy.minus(TO_ANSWER)));
    }

    boolean changesCalendars() {
        return this == ACCEPTED || this == MOVED || this == CANCELLED;
    }

    /** As engagement-service calls what people do or do not want to be written about. */
    String category() {
        return switch (this) {
            case REMINDER, FEEDBACK -> "mentoringReminders";
            case REQUESTED, UNANSWERED, ACCEPTED, DECLINED, CANCELLED, EXPIRED, PROPOSED, MOVED, MISSED ->
                "mentoringRequests";
        };
    }
}
