package club.panamia.engagement.live.ticket;

import club.panamia.kernel.problem.ProblemType;

/** Everything about tickets that can be refused. */
enum TicketProblem implements ProblemType {
    NO_SUCH_TICKET(401, "no-such-ticket", "The ticket opens nothing");

    private final Kind kind;

    TicketProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
