package club.panamia.mentoring.session;

import static club.panamia.mentoring.session.SessionProblem.NOTES_CLOSED;

import club.panamia.kernel.identity.Actor;
import java.time.Duration;
import java.time.Instant;

/**
 * The notes of a session, for one of its two people at one moment: {@link MentorSession#notebook}. They are open from the day on
 * which the session is agreed on until thirty days after its end.
 */
public record Notebook(MentorSession session, Actor actor, Instant now) {

    private static final Duration OPEN = Duration.ofDays(30);

    public String text() {
        session.requireOneOfTheTwo(actor);
        return session.notes == null ? "" : session.notes;
    }

    public void write(String text) {
        requireWritable();
        session.notes = text.isEmpty() ? null : text;
    }

    /** Holds for the private ones, too. */
    public void requireWritable() {
        session.requireOneOfTheTwo(actor);
        if (!isWritable()) {
            throw NOTES_CLOSED.because("Nothing can be added to the notes of this session now.");
        }
    }

    public boolean isWritable() {
        return switch (session.status) {
            case SCHEDULED, IN_PROGRESS, COMPLETED -> now.isBefore(session.timing.endsAt.plus(OPEN));
            case PENDING, CANCELLED, DECLINED -> false;
        };
    }
}
