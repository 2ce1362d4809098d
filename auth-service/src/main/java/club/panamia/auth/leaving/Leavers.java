package club.panamia.auth.leaving;

import static club.panamia.auth.leaving.LeavingProblem.RECENT_SIGN_IN_NEEDED;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Questions asked of those who want to leave. */
@ApplicationScoped
class Leavers {

    private static final String HOLD = """
            SELECT id, concat_ws(' ', email, nullif(array_to_string(alternate_emails, ' '), '')) AS addresses,
                   coalesce(screenname, name) AS public_name, role = 'admin' AND locked_at IS NULL AS admin
              FROM users
             WHERE scrubbed_at IS NULL AND (id = :id OR role = 'admin')
             ORDER BY id
               FOR NO KEY UPDATE
            """;

    private static final String SIGNED_IN_RECENTLY = """
            SELECT FROM sessions
             WHERE public_id = $1 AND issued_by = 'pana_auth' AND created_at > now() - interval '15 minutes'
            """;

    private static final String WHAT_WILL_BE = """
            SELECT u.role = 'admin' AND NOT EXISTS (
                     SELECT FROM users o WHERE o.role = 'admin' AND o.locked_at IS NULL AND o.id <> u.id) AS only_admin,
                   (SELECT count(*)::int FROM sessions s WHERE s.user_id = u.id) AS sessions,
                   (SELECT count(*)::int FROM accounts a WHERE a.user_id = u.id) AS linked_accounts,
                   EXISTS (SELECT FROM profiles p WHERE p.user_id = u.id) AS profile,
                   (SELECT count(*)::int FROM articles a WHERE a.author_id = u.id) AS articles,
                   (SELECT count(*)::int FROM articles a WHERE a.author_id = u.id AND a.status IN ('published', 'removed')
                                              AND a.published_at <= now() - interval '3 months') AS articles_that_stay,
                   (SELECT count(*)::int FROM mentor_sessions m WHERE u.id IN (m.mentor_user_id, m.mentee_user_id)
                                              AND m.status IN ('pending', 'scheduled', 'in_progress')) AS open_sessions,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('table', n.nspname || '.' || t.relname, 'effect',
                             CASE k.confdeltype WHEN 'c' THEN 'goes-along' WHEN 'n' THEN 'lets-go' WHEN 'd' THEN 'lets-go'
                                                ELSE 'may-hold' END) ORDER BY n.nspname, t.relname), '[]')
                      FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
                     WHERE k.contype = 'f' AND k.confrelid = 'public.users'::regclass
                       AND n.nspname NOT IN ('public', 'internal')) AS apps
              FROM users u WHERE u.id = $1
            """;

    private final Pool pool;

    Leavers(Pool pool) {
        this.pool = pool;
    }

    /** The person, with their own and all administrators' rows held in one order: the last two cannot leave at once. */
    Uni<Leaver> held(Actor actor) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLD, Object[].class)
                        .setParameter("id", actor.userId())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Leaver.HeldRow((String) row[0], (String) row[1], (String) row[2], (boolean) row[3]))
                        .toList())
                .map(held -> Leaver.of(held, actor));
    }

    /** Whoever merely sits at an open browser does not delete somebody's account. */
    Uni<Void> requireRecentSignIn(Actor actor) {
        return pool.preparedQuery(SIGNED_IN_RECENTLY)
                .execute(Tuple.of(actor.sessionId()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw RECENT_SIGN_IN_NEEDED.because(
                                "Sign out, sign in again, and leave within fifteen minutes.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<LeavingView> whatWillBe(Actor actor) {
        return pool.preparedQuery(WHAT_WILL_BE)
                .execute(Tuple.of(actor.userId()))
                .map(rows -> LeavingView.of(rows.iterator().next()));
    }
}
