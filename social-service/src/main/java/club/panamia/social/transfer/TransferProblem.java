package club.panamia.social.transfer;

import club.panamia.kernel.problem.ProblemType;

/** Everything about files that people bring that can be refused. */
enum TransferProblem implements ProblemType {
    NO_SUCH_IMPORT(404, "no-such-import", "You have brought no such file"),
    IMPORT_UNDERWAY(409, "import-underway", "Another file of this kind is being worked through");

    private final Kind kind;

    TransferProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
