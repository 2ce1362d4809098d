package club.panamia.social.aversion;

import club.panamia.kernel.problem.ProblemType;

/** Everything about blocks and mutes that can be refused. */
enum AversionProblem implements ProblemType {
    NOT_YOURSELF(409, "not-yourself", "This cannot be done to yourself");

    private final int status;
    private final String slug;
    private final String title;

    AversionProblem(int status, String slug, String title) {
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
