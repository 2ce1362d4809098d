package club.panamia.engagement.announcement;

import club.panamia.kernel.problem.ProblemType;

/** Everything about announcements that can be refused. */
enum AnnouncementProblem implements ProblemType {
    NO_SUCH_ANNOUNCEMENT(404, "no-such-house-announcement", "There is no such announcement"),
    ALREADY_TOLD(409, "announcement-already-told", "The announcement was told already");

    private final int status;
    private final String slug;
    private final String title;

    AnnouncementProblem(int status, String slug, String title) {
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
