package club.panamia.auth.provider.verification;

import club.panamia.kernel.problem.ProblemType;

/** Why a sign-in that waited for a proof is not finished. */
public enum VerificationProblem implements ProblemType {
    VERIFICATION_NOT_VALID(410, "verification-not-valid", "This confirmation does not open any more"),
    OWN_PROOF_NEEDED(403, "own-proof-needed", "Sign in to your account first");

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
