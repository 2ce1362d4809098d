package club.panamia.auth.magiclink;

import club.panamia.kernel.problem.ProblemType;

/** Why a sign-in link does not open, or its code does not work: one answer each, whatever the reason. */
public enum MagicLinkProblem implements ProblemType {
    LINK_NOT_VALID(410, "link-not-valid", "This link does not open any more"),
    CODE_NOT_VALID(422, "code-not-valid", "This code does not work");

    private final Kind kind;

    MagicLinkProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
