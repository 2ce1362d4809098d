package club.panamia.social.inbox;

import club.panamia.kernel.problem.ProblemType;

/** Why something sent to us is refused, beyond its signature. */
enum InboxProblem implements ProblemType {
    ACTOR_GONE(410, "actor-gone", "This actor is gone for good");

    private final Kind kind;

    InboxProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
