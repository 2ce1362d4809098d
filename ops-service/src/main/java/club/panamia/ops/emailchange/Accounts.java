package club.panamia.ops.emailchange;

import static club.panamia.ops.emailchange.EmailChangeProblem.LINK_NOT_VALID;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a change of address touches, each in the caller's transaction: the account, its profile where that has the same address,
 * and all its sessions. Everything else is keyed by the person's id and stays.
 */
@ApplicationScoped
class Accounts {

    /** That the address was proven before is forgotten by a trigger: ADMIN_EMAILS trusts proofs of auth-service alone. */
    private static final String MOVE = """
            UPDATE users SET email = :to, email_verified = now()
             WHERE id = :user AND scrubbed_at IS NULL AND (:from = '' OR lower(email) = lower(:from))
            """;

    private static final String MOVE_PROFILE =
            "UPDATE profiles SET email = :to WHERE user_id = :user AND lower(email) = lower(:from)";

    private static final String END_SESSIONS = "DELETE FROM sessions WHERE user_id = :user";

    private static final String TRAIL = """
            INSERT INTO internal.security_event (actor_id, subject_id, action) VALUES (:user, :user, :action)
            """;

    /** From the old address, which the account must still have, to the new one. */
    Uni<Void> move(Change change) {
        return moved(change.userId(), change.oldEmail(), change.newEmail(), change.oldEmail(), "email-changed");
    }

    /** Back to the old address, whichever the account has come to have. */
    Uni<Void> moveBack(Change change) {
        return moved(change.userId(), "", change.oldEmail(), change.newEmail(), "email-change-undone");
    }

    private Uni<Void> moved(String userId, String from, String to, String profileFrom, String action) {
        return run(MOVE, userId, "from", from, "to", to)
                .invoke(moved -> {
                    if (moved == 0) {
                        throw LINK_NOT_VALID.because("The account has another address by now.");
                    }
                })
                .chain(() -> run(MOVE_PROFILE, userId, "from", profileFrom, "to", to))
                .chain(() -> run(END_SESSIONS, userId))
                .chain(() -> run(TRAIL, userId, "action", action))
                .replaceWithVoid();
    }

    private static Uni<Integer> run(String sql, String userId, String... params) {
        return CallersTransaction.session().chain(session -> {
            var query = session.createNativeQuery(sql).setParameter("user", userId);
            for (var i = 0; i < params.length; i += 2) {
                query.setParameter(params[i], params[i + 1]);
            }
            return query.executeUpdate();
        });
    }
}
