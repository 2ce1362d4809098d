package club.panamia.social.signature;

import club.panamia.kernel.problem.ProblemType;

/** Why a request is not believed to come from whom it says. */
public enum SignatureProblem implements ProblemType {
    NOT_SIGNED(401, "not-signed", "The request is not signed as it must be"),
    WRONG_SIGNATURE(401, "wrong-signature", "The signature is not right");

    private final Kind kind;

    SignatureProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
