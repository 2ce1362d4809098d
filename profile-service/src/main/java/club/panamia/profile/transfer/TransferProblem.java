package club.panamia.profile.transfer;

import club.panamia.kernel.problem.ProblemType;

/** Why a file as a whole cannot be imported. */
enum TransferProblem implements ProblemType {
    NO_SUCH_IMPORT(404, "no-such-import", "There is no such import"),
    OTHER_FILE(409, "import-of-another-file", "This import began with another file");

    private final int status;
    private final String slug;
    private final String title;

    TransferProblem(int status, String slug, String title) {
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
