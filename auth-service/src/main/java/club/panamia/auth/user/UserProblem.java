package club.panamia.auth.user;

import club.panamia.kernel.problem.ProblemType;

/** Why a person's account cannot be used or changed as asked. */
public enum UserProblem implements ProblemType {
    SCREENNAME_TAKEN(409, "screenname-taken", "This screenname is taken or reserved"),
    SCREENNAME_COOLDOWN(429, "screenname-cooldown", "The screenname was changed not long ago"),
    ADDRESS_IN_USE(409, "address-in-use", "This address cannot be added"),
    TOO_MANY_ADDRESSES(409, "too-many-addresses", "There is no room for another address"),
    PRIMARY_ADDRESS(409, "primary-address", "This is the address of the account"),
    LOCKED(403, "account-locked", "This account is locked");

    private final Kind kind;

    UserProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
