package club.panamia.ops.emailchange;

import club.panamia.kernel.problem.ProblemType;

/** Why an address is not changed. */
enum EmailChangeProblem implements ProblemType {
    SIGN_IN_AGAIN(403, "email-change-needs-recent-sign-in", "Sign in again before you change your address"),
    ADDRESS_TAKEN(409, "email-address-taken", "Another account has this address"),
    LINK_NOT_VALID(410, "email-change-link-not-valid", "This link does not open any more");

    private final Kind kind;

    EmailChangeProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
