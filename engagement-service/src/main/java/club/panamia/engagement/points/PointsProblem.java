package club.panamia.engagement.points;

import club.panamia.kernel.problem.ProblemType;

/** Everything about points that can be refused. */
public enum PointsProblem implements ProblemType {
    NO_SUCH_ENTRY(404, "no-such-points-entry", "There is no such entry in the ledger"),
    NOBODY_TO_CREDIT(404, "nobody-to-credit", "There is nobody of this name"),
    ALREADY_REVERSED(409, "points-already-reversed", "The entry is reversed already");

    private final Kind kind;

    PointsProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
