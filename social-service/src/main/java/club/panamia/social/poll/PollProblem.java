package club.panamia.social.poll;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a poll that can be refused. */
enum PollProblem implements ProblemType {
    NO_SUCH_POLL(404, "no-such-poll", "There is no such poll"),
    OWN_POLL(403, "own-poll", "Nobody votes in their own poll"),
    ALREADY_VOTED(409, "already-voted", "Everybody votes once"),
    POLL_ENDED(409, "poll-ended", "The poll is over");

    private final Kind kind;

    PollProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
