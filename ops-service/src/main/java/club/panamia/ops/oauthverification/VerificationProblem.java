package club.panamia.ops.oauthverification;

import club.panamia.kernel.problem.ProblemType;

/** Why a confirmation goes no further. */
enum VerificationProblem implements ProblemType {
    NOT_VALID(410, "verification-not-valid", "This confirmation does not open any more");

    private final int status;
    private final String slug;
    private final String title;

    VerificationProblem(int status, String slug, String title) {
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
