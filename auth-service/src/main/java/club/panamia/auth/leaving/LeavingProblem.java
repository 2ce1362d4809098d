package club.panamia.auth.leaving;

import club.panamia.kernel.problem.ProblemType;

/** Why an account cannot be deleted now. */
enum LeavingProblem implements ProblemType {
    RECENT_SIGN_IN_NEEDED(403, "recent-sign-in-needed", "Sign in again first"),
    BLOCKED(409, "leaving-blocked", "Something stands in the way of leaving");

    private final Kind kind;

    LeavingProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
