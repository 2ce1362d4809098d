package club.panamia.engagement.unsubscribe;

import club.panamia.kernel.problem.ProblemType;

/** Why a link out of a mail leads nowhere. */
enum UnsubscribeProblem implements ProblemType {
    NO_SUCH_SUBSCRIPTION(404, "no-such-subscription", "There is no such subscription");

    private final Kind kind;

    UnsubscribeProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
