package club.panamia.engagement.follow;

import club.panamia.kernel.problem.ProblemType;

/** Everything about following that can be refused. */
enum FollowProblem implements ProblemType {
    NO_SUCH_PERSON(404, "no-such-person", "There is nobody of this name"),
    CANNOT_FOLLOW_YOURSELF(409, "cannot-follow-yourself", "You cannot follow yourself"),
    TOO_MANY_FOLLOWS(409, "too-many-follows", "You follow as many people as one can");

    private final Kind kind;

    FollowProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
