package club.panamia.engagement.unsubscribe;

import club.panamia.kernel.problem.ProblemType;

/** Why a link out of a mail leads nowhere. */
enum UnsubscribeProblem implements ProblemType {
    NO_SUCH_SUBSCRIPTION(404, "no-such-subscription", "There is no such subscription");

    private final int status;
    private final String slug;
    private final String title;

    UnsubscribeProblem(int status, String slug, String title) {
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
