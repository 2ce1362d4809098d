package club.panamia.social.follow;

import club.panamia.kernel.problem.ProblemType;

/** Everything about following that can be refused. */
enum FollowProblem implements ProblemType {
    CANNOT_FOLLOW_YOURSELF(409, "cannot-follow-yourself", "You cannot follow yourself"),
    NO_SUCH_REQUEST(404, "no-such-follow-request", "Nobody waits for this answer");

    private final Kind kind;

    FollowProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
