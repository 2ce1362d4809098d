package club.panamia.auth.admin;

import club.panamia.kernel.problem.ProblemType;

/** Why an administrator's act is refused. */
enum AdminProblem implements ProblemType {
    OWN_ACCOUNT(409, "own-account", "Nobody does this to their own account"),
    LAST_ADMIN(409, "last-admin", "There must be an administrator left"),
    LISTED_ADMIN(409, "listed-admin", "This administrator is listed in the settings");

    private final Kind kind;

    AdminProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
