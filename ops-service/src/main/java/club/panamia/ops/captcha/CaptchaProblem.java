package club.panamia.ops.captcha;

import club.panamia.kernel.problem.ProblemType;

/** Why a stranger is not let through. */
enum CaptchaProblem implements ProblemType {
    NOT_PASSED(422, "captcha-not-passed", "It is not certain that you are a person");

    private final int status;
    private final String slug;
    private final String title;

    CaptchaProblem(int status, String slug, String title) {
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
