package club.panamia.social.remote;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.problem.ProblemType;

/** Why something of another server cannot be had. */
public enum RemoteProblem implements ProblemType {
    NOT_THERE(404, "not-there-elsewhere", "The other server has no such thing"),
    GONE(410, "gone-elsewhere", "The other server says that it is gone for good"),
    NOT_UNDERSTOOD(422, "not-understood", "What the other server answers is not what it should be"),
    UNREACHABLE(502, "unreachable-elsewhere", "The other server does not answer at the moment");

    private final Kind kind;

    RemoteProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    /** Whether to try again would come to the same: a server that does not answer now may do so later. */
    public static boolean isForGood(Throwable failure) {
        return failure instanceof Problem problem && problem.type() != UNREACHABLE;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
