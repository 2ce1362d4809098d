package club.panamia.social.inbox;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What one kind of activity does to one kind of thing. A bean. */
public interface InboxHandler {

    /** Whether this is such an activity; decided by what it says alone. */
    boolean takes(Activity activity);

    /** The servers that must be asked before, by their hosts. */
    default Set<String> asks(Activity activity) {
        return Set.of();
    }

    /** Asks them; outside any transaction, maybe again, and without an effect of its own. */
    default Uni<Void> prepare(Activity activity) {
        return Uni.createFrom().voidItem();
    }

    /** The effect, in the caller's transaction. A {@link club.panamia.kernel.problem.Problem} says that it has none, for good. */
    Uni<Void> receive(Activity activity);
}
