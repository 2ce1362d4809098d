package club.panamia.auth.admin;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The sessions of somebody who has just lost rights. */
@ApplicationScoped
class OpenSessions {

    /**
     * Ends them in the caller's transaction, after what it changed in the person's row: whoever signs in at this moment holds
     * that row, so that a session of theirs is seen here.
     */
    Uni<Void> endAllOf(String userId) {
        return CallersTransaction.session()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery("DELETE FROM sessions WHERE user_id = :user")
                        .setParameter("user", userId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
