package club.panamia.auth.export;

import club.panamia.kernel.problem.ProblemType;

/** Why there is no copy of one's data. */
enum ExportProblem implements ProblemType {
    RUNNING(409, "export-running", "The copy is being put together"),
    NO_EXPORT(404, "no-export", "There is no copy");

    private final int status;
    private final String slug;
    private final String title;

    ExportProblem(int status, String slug, String title) {
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
