package club.panamia.ops.webhook;

import club.panamia.kernel.problem.ProblemType;

/** Why a provider is not listened to. */
enum WebhookProblem implements ProblemType {
    NOT_AUTHENTIC(401, "webhook-not-authentic", "This does not come from a provider of ours");

    private final Kind kind;

    WebhookProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
