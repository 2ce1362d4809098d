package club.panamia.ops.emailchange;

import club.panamia.kernel.problem.ProblemType;

/** Why an address is not changed. */
enum EmailChangeProblem implements ProblemType {
    SIGN_IN_AGAIN(403, "email-change-needs-recent-sign-in", "Sign in again before you change your address"),
    ADDRESS_TAKEN(409, "email-address-taken", "Another account has this address"),
    LINK_NOT_VALID(410, "email-change-link-not-valid", "This link does not open any more");

    private final int status;
    private final String slug;
    private final String title;

    EmailChangeProblem(int status, String slug, String title) {
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
