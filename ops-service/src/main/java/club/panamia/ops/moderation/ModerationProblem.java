package club.panamia.ops.moderation;

import club.panamia.kernel.problem.ProblemType;

/** Everything about settling a report that can be refused. */
enum ModerationProblem implements ProblemType {
    NO_SUCH_REPORT(404, "no-such-report", "There is no such report"),
    ALREADY_SETTLED(409, "report-already-settled", "Somebody has settled the report already");

    private final int status;
    private final String slug;
    private final String title;

    ModerationProblem(int status, String slug, String title) {
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
