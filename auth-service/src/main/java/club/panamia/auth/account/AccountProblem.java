package club.panamia.auth.account;

import club.panamia.kernel.problem.ProblemType;

/** Why an account cannot be linked or unlinked. */
public enum AccountProblem implements ProblemType {
    LINKED_ELSEWHERE(409, "account-linked-elsewhere", "This account belongs to somebody else here"),
    LAST_WAY_IN(409, "last-way-in", "Without this account you could not sign in any more");

    private final Kind kind;

    AccountProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
