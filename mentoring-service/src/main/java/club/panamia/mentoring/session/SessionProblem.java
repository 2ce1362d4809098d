package club.panamia.mentoring.session;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a session that can be refused. */
enum SessionProblem implements ProblemType {
    NO_SUCH_SESSION(404, "no-such-session", "There is no such session");

    private final int status;
    private final String slug;
    private final String title;

    SessionProblem(int status, String slug, String title) {
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
