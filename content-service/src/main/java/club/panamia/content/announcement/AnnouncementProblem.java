package club.panamia.content.announcement;

import club.panamia.kernel.problem.ProblemType;

/** Everything about an announcement that can be refused. */
enum AnnouncementProblem implements ProblemType {
    NO_ANNOUNCEMENT(404, "no-announcement", "There is no announcement"),
    ALREADY_POSTED(409, "announcement-already-posted", "The announcement has become a post");

    private final Kind kind;

    AnnouncementProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
