package club.panamia.social.timeline;

import club.panamia.kernel.problem.ProblemType;

/** Everything about timelines that can be refused. */
enum TimelineProblem implements ProblemType {
    NO_SUCH_LIST(404, "no-such-list", "There is no such list");

    private final Kind kind;

    TimelineProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
