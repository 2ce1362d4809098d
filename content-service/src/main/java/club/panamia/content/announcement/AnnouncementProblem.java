package club.panamia.content.announcement;

import club.panamia.kernel.problem.ProblemType;

/** Everything about an announcement that can be refused. */
enum AnnouncementProblem implements ProblemType {
    NO_ANNOUNCEMENT(404, "no-announcement", "There is no announcement"),
    ALREADY_POSTED(409, "announcement-already-posted", "The announcement has become a post");

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
