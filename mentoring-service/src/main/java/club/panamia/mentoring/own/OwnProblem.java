package club.panamia.mentoring.own;

import club.panamia.kernel.problem.ProblemType;

/** Why somebody cannot offer mentoring. */
enum OwnProblem implements ProblemType {
    NEEDS_PROFILE(404, "mentoring-needs-profile", "Make a profile before you offer mentoring");

    private final int status;
    private final String slug;
    private final String title;

    OwnProblem(int status, String slug, String title) {
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
