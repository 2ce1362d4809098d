package club.panamia.ops.oauthverification;

import club.panamia.kernel.problem.ProblemType;

/** Why a confirmation goes no further. */
enum VerificationProblem implements ProblemType {
    NOT_VALID(410, "verification-not-valid", "This confirmation does not open any more");

    private final Kind kind;

    VerificationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
