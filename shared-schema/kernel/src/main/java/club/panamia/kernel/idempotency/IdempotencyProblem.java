package club.panamia.kernel.idempotency;

import club.panamia.kernel.problem.ProblemType;

/** Why a key is not taken. */
enum IdempotencyProblem implements ProblemType {
    BAD_KEY(400, "bad-idempotency-key", "The idempotency key cannot be used"),
    STILL_RUNNING(409, "request-still-running", "The first request with this key is still running"),
    OTHER_BODY(422, "idempotency-key-reused", "The idempotency key belongs to another request");

    private final Kind kind;

    IdempotencyProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
