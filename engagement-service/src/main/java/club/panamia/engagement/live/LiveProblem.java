package club.panamia.engagement.live;

import club.panamia.kernel.problem.ProblemType;

/** Everything about event streams that can be refused. */
enum LiveProblem implements ProblemType {
    TOO_MANY_STREAMS(429, "too-many-streams", "You have too many event streams open");

    private final Kind kind;

    LiveProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
