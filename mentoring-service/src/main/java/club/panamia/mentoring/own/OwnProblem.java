package club.panamia.mentoring.own;

import club.panamia.kernel.problem.ProblemType;

/** Why somebody cannot offer mentoring. */
enum OwnProblem implements ProblemType {
    NEEDS_PROFILE(404, "mentoring-needs-profile", "Make a profile before you offer mentoring");

    private final Kind kind;

    OwnProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
