package club.panamia.ops.moderation;

import club.panamia.kernel.problem.ProblemType;

/** Everything about settling a report that can be refused. */
enum ModerationProblem implements ProblemType {
    NO_SUCH_REPORT(404, "no-such-report", "There is no such report"),
    ALREADY_SETTLED(409, "report-already-settled", "Somebody has settled the report already");

    private final Kind kind;

    ModerationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
