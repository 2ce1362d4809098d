package club.panamia.auth.leaving;

import club.panamia.kernel.problem.ProblemType;

/** Why an account cannot be deleted now. */
enum LeavingProblem implements ProblemType {
    RECENT_SIGN_IN_NEEDED(403, "recent-sign-in-needed", "Sign in again first"),
    BLOCKED(409, "leaving-blocked", "Something stands in the way of leaving");

    private final int status;
    private final String slug;
    private final String title;

    LeavingProblem(int status, String slug, String title) {
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
