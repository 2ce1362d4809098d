package club.panamia.mentoring.session;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a session that can be refused. */
public enum SessionProblem implements ProblemType {
    NO_SUCH_SESSION(404, "no-such-session", "There is no such session"),
    NOT_YOUR_PART(403, "not-your-part-in-session", "This is for others to do"),
    NOT_NOW(409, "session-in-wrong-state", "The session is not in a state for this"),
    TOO_MANY_MOVES(409, "session-moved-too-often", "The session has been moved three times already"),
    NOTES_CLOSED(409, "notes-closed", "The notes are not open"),
    FEEDBACK_GIVEN(409, "feedback-given", "You have given feedback already"),
    SLOT_TAKEN(409, "slot-taken", "Somebody was faster");

    private final Kind kind;

    SessionProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
