package club.panamia.social.status;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a post that can be refused. */
public enum StatusProblem implements ProblemType {
    NO_SUCH_STATUS(404, "no-such-status", "There is no such post");

    private final int status;
    private final String slug;
    private final String title;

    StatusProblem(int status, String slug, String title) {
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
