package club.panamia.auth.magiclink;

import club.panamia.kernel.problem.ProblemType;

/** Why a sign-in link does not open, or its code does not work: one answer each, whatever the reason. */
public enum MagicLinkProblem implements ProblemType {
    LINK_NOT_VALID(410, "link-not-valid", "This link does not open any more"),
    CODE_NOT_VALID(422, "code-not-valid", "This code does not work");

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
