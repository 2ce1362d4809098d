package club.panamia.ops.webhook;

import club.panamia.kernel.problem.ProblemType;

/** Why a provider is not listened to. */
enum WebhookProblem implements ProblemType {
    NOT_AUTHENTIC(401, "webhook-not-authentic", "This does not come from a provider of ours");

    private final int status;
    private final String slug;
    private final String title;

    WebhookProblem(int status, String slug, String title) {
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
