package club.panamia.ops.captcha;

import club.panamia.kernel.problem.ProblemType;

/** Why a stranger is not let through. */
enum CaptchaProblem implements ProblemType {
    NOT_PASSED(422, "captcha-not-passed", "It is not certain that you are a person");

    private final Kind kind;

    CaptchaProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
