package club.panamia.kernel.stream;

import club.panamia.kernel.problem.ProblemType;

/** Everything about event streams that can be refused. */
public enum StreamProblem implements ProblemType {
    TOO_MANY_STREAMS(429, "too-many-streams", "You have too many event streams open"),
    NO_SUCH_TICKET(401, "no-such-ticket", "The ticket opens nothing");

    private final Kind kind;

    StreamProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
