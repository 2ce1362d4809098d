package club.panamia.mentoring.letter;

import static club.panamia.mentoring.state.Part.MENTEE;
import static club.panamia.mentoring.state.Part.MENTOR;

import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionStatus;
import java.util.List;
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

    /**
     * Whether somebody is written to, as long as it is still so: else there is a later event, and a letter that tells of it. Who
     * proposes another time, or reports the other one, need not be told; what changes a calendar is mailed to both.
     */
    boolean isFor(Addressee reader, @Nullable String actorId) {
        return readers.contains(reader.part())
                && reader.entry().status() == status
                && (this != PROPOSED || reader.proposedAt() != null)
                && (changesCalendars() || !reader.userId().equals(actorId));
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
