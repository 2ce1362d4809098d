package club.panamia.auth.account;

import club.panamia.kernel.problem.ProblemType;

/** Why an account cannot be linked or unlinked. */
public enum AccountProblem implements ProblemType {
    LINKED_ELSEWHERE(409, "account-linked-elsewhere", "This account belongs to somebody else here"),
    LAST_WAY_IN(409, "last-way-in", "Without this account you could not sign in any more");

    private final int status;
    private final String slug;
    private final String title;

    AccountProblem(int status, String slug, String title) {
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
