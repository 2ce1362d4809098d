package club.panamia.social.follow;

import club.panamia.kernel.problem.ProblemType;

/** Everything about following that can be refused. */
enum FollowProblem implements ProblemType {
    CANNOT_FOLLOW_YOURSELF(409, "cannot-follow-yourself", "You cannot follow yourself"),
    NO_SUCH_REQUEST(404, "no-such-follow-request", "Nobody waits for this answer");

    private final int status;
    private final String slug;
    private final String title;

    FollowProblem(int status, String slug, String title) {
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
