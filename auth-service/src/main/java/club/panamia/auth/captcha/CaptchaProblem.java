package club.panamia.auth.captcha;

import club.panamia.kernel.problem.ProblemType;

/** Why somebody who asks is not let through. */
enum CaptchaProblem implements ProblemType {
    NOT_PASSED(422, "captcha-not-passed", "It is not certain that you are a person"),
    UNAVAILABLE(503, "captcha-unavailable", "Nobody can check at the moment whether you are a person");

    private final Kind kind;

    CaptchaProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
