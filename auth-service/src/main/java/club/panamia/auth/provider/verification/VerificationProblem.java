package club.panamia.auth.provider.verification;

import club.panamia.kernel.problem.ProblemType;

/** Why a sign-in that waited for a proof is not finished. */
public enum VerificationProblem implements ProblemType {
    VERIFICATION_NOT_VALID(410, "verification-not-valid", "This confirmation does not open any more"),
    OWN_PROOF_NEEDED(403, "own-proof-needed", "Sign in to your account first");

    private final Kind kind;

    VerificationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
