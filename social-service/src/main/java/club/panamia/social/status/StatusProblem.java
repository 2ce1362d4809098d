package club.panamia.social.status;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a post that can be refused. */
public enum StatusProblem implements ProblemType {
    NO_SUCH_STATUS(404, "no-such-status", "There is no such post");

    private final Kind kind;

    StatusProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
