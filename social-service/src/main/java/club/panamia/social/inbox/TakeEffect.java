package club.panamia.social.inbox;

import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An activity has its effect and is done, in one transaction. */
@ApplicationScoped
class TakeEffect {

    private static final String HOLD = """
            SELECT id FROM internal.inbox_activity WHERE id = :id AND state = 'waiting' FOR UPDATE SKIP LOCKED
            """;

    private static final String END =
            "UPDATE internal.inbox_activity SET state = 'done', body = NULL, error = NULL WHERE id = :id";

    /** Whether it had its effect now; not, where somebody else is at it. */
    @WithTransaction
    Uni<Boolean> of(String id, InboxHandler handler, Activity activity) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .chain(held -> held == null ? Uni.createFrom().item(false) : effect(id, handler, activity));
    }

    private static Uni<Boolean> effect(String id, InboxHandler handler, Activity activity) {
        return handler.receive(activity).chain(() -> end(id));
    }

    private static Uni<Boolean> end(String id) {
        return CallersTransaction.session()
                .chain(session ->
                        session.createNativeQuery(END).setParameter("id", id).executeUpdate())
                .replaceWith(true);
    }
}
