package club.panamia.social.report;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a report that can be refused. */
enum ReportProblem implements ProblemType {
    NO_SUCH_REPORT(404, "no-such-report", "There is no such report"),
    ALREADY_SETTLED(409, "report-already-settled", "Somebody has settled the report already");

    private final Kind kind;

    ReportProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
