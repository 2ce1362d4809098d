package club.panamia.mentoring.waiting;

import club.panamia.kernel.problem.ProblemType;

/** Why somebody cannot wait for a mentor. */
enum WaitingProblem implements ProblemType {
    NOT_WAITING(404, "not-waiting", "You are not waiting for this mentor"),
    OPEN_NOW(409, "slots-are-open", "There is no need to wait"),
    LINE_FULL(409, "waiting-line-full", "Too many are waiting already"),
    OWN_LINE(422, "own-slot", "You cannot book yourself"),
    LENGTH_NOT_OFFERED(422, "duration-not-offered", "The mentor does not offer sessions of this length"),
    TOO_MANY_LINES(422, "waiting-in-too-many-lines", "You are waiting for too many mentors");

    private final Kind kind;

    WaitingProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
