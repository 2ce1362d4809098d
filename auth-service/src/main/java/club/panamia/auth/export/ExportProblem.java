package club.panamia.auth.export;

import club.panamia.kernel.problem.ProblemType;

/** Why there is no copy of one's data. */
enum ExportProblem implements ProblemType {
    RUNNING(409, "export-running", "The copy is being put together"),
    NO_EXPORT(404, "no-export", "There is no copy");

    private final Kind kind;

    ExportProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
