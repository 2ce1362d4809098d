package club.panamia.mentoring.slot;

import club.panamia.kernel.problem.ProblemType;

/** Why there is nothing to choose from. */
enum SlotProblem implements ProblemType {
    NO_SUCH_MENTOR(404, "no-such-mentor", "There is no such mentor");

    private final int status;
    private final String slug;
    private final String title;

    SlotProblem(int status, String slug, String title) {
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
