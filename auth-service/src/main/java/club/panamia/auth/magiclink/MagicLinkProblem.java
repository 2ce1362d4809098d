package club.panamia.auth.magiclink;

import club.panamia.kernel.problem.ProblemType;

/** Why a sign-in link does not open. */
enum MagicLinkProblem implements ProblemType {
    LINK_NOT_VALID(410, "link-not-valid", "This link does not open any more");

    private final int status;
    private final String slug;
    private final String title;

    MagicLinkProblem(int status, String slug, String title) {
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
