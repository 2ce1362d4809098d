package club.panamia.profile.transfer;

import club.panamia.kernel.problem.ProblemType;

/** Why a file as a whole cannot be imported. */
enum TransferProblem implements ProblemType {
    NO_SUCH_IMPORT(404, "no-such-import", "There is no such import"),
    OTHER_FILE(409, "import-of-another-file", "This import began with another file");

    private final Kind kind;

    TransferProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
