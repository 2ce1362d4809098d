package club.panamia.auth.email;

import club.panamia.kernel.problem.ProblemType;

/** Why a further address is not added. */
enum EmailProblem implements ProblemType {
    PROOF_NOT_VALID(410, "proof-not-valid", "This link adds no address any more");

    private final int status;
    private final String slug;
    private final String title;

    EmailProblem(int status, String slug, String title) {
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
