package club.panamia.engagement.announcement;

import club.panamia.kernel.problem.ProblemType;

/** Everything about announcements that can be refused. */
enum AnnouncementProblem implements ProblemType {
    NO_SUCH_ANNOUNCEMENT(404, "no-such-house-announcement", "There is no such announcement"),
    ALREADY_TOLD(409, "announcement-already-told", "The announcement was told already");

    private final Kind kind;

    AnnouncementProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
