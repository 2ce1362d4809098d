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

    private final int status;
    private final String slug;
    private final String title;

    WaitingProblem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
