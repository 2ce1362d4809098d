package club.panamia.mentoring.slot;

import club.panamia.kernel.problem.ProblemType;

/** Why there is nothing to choose from. */
enum SlotProblem implements ProblemType {
    NO_SUCH_MENTOR(404, "no-such-mentor", "There is no such mentor");

    private final Kind kind;

    SlotProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
