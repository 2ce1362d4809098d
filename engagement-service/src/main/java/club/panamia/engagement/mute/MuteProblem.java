package club.panamia.engagement.mute;

import club.panamia.kernel.problem.ProblemType;

/** Everything about muting that can be refused. */
enum MuteProblem implements ProblemType {
    NOBODY_TO_MUTE(404, "nobody-to-mute", "There is nobody of this name"),
    CANNOT_MUTE_YOURSELF(409, "cannot-mute-yourself", "You cannot mute yourself"),
    TOO_MANY_MUTES(409, "too-many-mutes", "You have muted as much as can be muted");

    private final int status;
    private final String slug;
    private final String title;

    MuteProblem(int status, String slug, String title) {
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
