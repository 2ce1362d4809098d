package club.panamia.auth.leaving;

import static club.panamia.auth.leaving.LeavingProblem.BLOCKED;
import static club.panamia.kernel.problem.CommonProblem.NOT_SIGNED_IN;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to leave, as their row stands while it is held.
 *
 * @param addresses all their e-mail addresses
 * @param publicName by which others know them, if by any
 * @param onlyAdmin whether nobody else could look after the place
 */
record Leaver(String id, List<String> addresses, @Nullable String publicName, boolean onlyAdmin) {

    /** Somebody has left. Everybody lets go of what was theirs; what to look for, the request tells. */
    record Deleted(String userId, String requestId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.deleted";
        }
    }

    /** Out of the held rows: the person's own and all administrators'. */
    static Leaver of(List<HeldRow> held, Actor actor) {
        var own = held.stream()
                .filter(row -> row.id().equals(actor.userId()))
                .findFirst()
                .orElseThrow(() -> NOT_SIGNED_IN.because("The account is gone already."));
        return new Leaver(
                own.id(),
                List.of(own.addresses().split(" ")),
                own.publicName(),
                own.admin() && held.stream().filter(HeldRow::admin).count() == 1);
    }

    /** Leaves with all that is theirs, if nothing stands in the way. */
    Deleted leave(String requestId) {
        if (onlyAdmin) {
            throw BLOCKED.because("You are the only administrator: make somebody else one first.")
                    .with("blockers", List.of(Blocker.LAST_ADMIN));
        }
        return new Deleted(id, requestId);
    }

    /** The name that stays under what they wrote. */
    @Nullable
    String credit(Authorship wish) {
        return switch (wish) {
            case KEEP -> publicName;
            case ANONYMISE -> null;
        };
    }

    /** A row that is held until the transaction ends. */
    record HeldRow(String id, String addresses, @Nullable String publicName, boolean admin) {}
}
