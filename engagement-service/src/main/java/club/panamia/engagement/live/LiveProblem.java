package club.panamia.engagement.live;

import club.panamia.kernel.problem.ProblemType;

/** Everything about event streams that can be refused. */
enum LiveProblem implements ProblemType {
    TOO_MANY_STREAMS(429, "too-many-streams", "You have too many event streams open"),
    NO_SUCH_TICKET(401, "no-such-ticket", "The ticket opens nothing");

    private final int status;
    private final String slug;
    private final String title;

    LiveProblem(int status, String slug, String title) {
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
