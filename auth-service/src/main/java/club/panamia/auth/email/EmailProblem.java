package club.panamia.auth.email;

import club.panamia.kernel.problem.ProblemType;

/** Why a further address is not added. */
enum EmailProblem implements ProblemType {
    PROOF_NOT_VALID(410, "proof-not-valid", "This link adds no address any more");

    private final Kind kind;

    EmailProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
