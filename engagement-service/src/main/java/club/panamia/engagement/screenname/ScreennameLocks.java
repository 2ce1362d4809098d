package club.panamia.engagement.screenname;

import static club.panamia.engagement.screenname.ScreennameProblem.SCREENNAME_IN_USE;
import static club.panamia.engagement.screenname.ScreennameProblem.SCREENNAME_OF_THE_HOUSE;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * What administrators decide about names that nobody has at the moment. Each is one statement with its line in the audit trail, and
 * the lock on the name's row decides between it and whoever takes the name at the same time.
 */
@Singleton
class ScreennameLocks {

    private static final String HELD = """
            WITH asked AS (SELECT lower(btrim(normalize($1, NFC))) AS norm), held AS MATERIALIZED (
              SELECT c.norm, c.user_id, c.state, c.locked_at FROM internal.screenname_claim c JOIN asked ON asked.norm = c.norm
                 FOR UPDATE OF c
            ),""";

    private static final String LOCK = HELD + """
             done AS (
              INSERT INTO internal.screenname_claim AS claim (norm, state, locked_at)
              SELECT norm, 'reserved', now() FROM asked WHERE NOT EXISTS (SELECT FROM held WHERE state <> 'former')
              ON CONFLICT (norm) DO UPDATE SET state = 'reserved', user_id = NULL, locked_at = now() WHERE claim.state = 'former'
              RETURNING norm
            ), noted AS (
              INSERT INTO internal.security_event (actor_id, subject_id, action, reason)
              SELECT $2, coalesce((SELECT user_id FROM held), $2), 'screenname-locked', norm || ': ' || $3 FROM done
            )
            SELECT EXISTS (SELECT FROM done) AS done, (SELECT state FROM held) AS was
            """;

    private static final String RELEASE = HELD + """
             done AS (
              DELETE FROM internal.screenname_claim c USING held
               WHERE c.norm = held.norm AND (held.state = 'former' OR held.locked_at IS NOT NULL)
              RETURNING c.norm
            ), forgotten AS (
              DELETE FROM screenname_history h USING done WHERE lower(h.screenname) = done.norm RETURNING h.user_id
            ), noted AS (
              INSERT INTO internal.security_event (actor_id, subject_id, action, reason)
              SELECT $2, coalesce((SELECT user_id FROM forgotten), $2), 'screenname-released', norm || ': ' || $3 FROM done
            )
            SELECT EXISTS (SELECT FROM done) AS done, (SELECT state FROM held) AS was
            """;

    private final Pool pool;

    ScreennameLocks(Pool pool) {
        this.pool = pool;
    }

    /** Nobody can take it, not even whoever had it; again does nothing. */
    Uni<Void> lock(Actor admin, String name, String reason) {
        return pool.preparedQuery(LOCK)
                .execute(Tuple.of(name, admin.userId(), reason))
                .invoke(ScreennameLocks::requireUnused)
                .replaceWithVoid();
    }

    /** Anybody can take it, and it leads to nobody any more; again does nothing. */
    Uni<Void> release(Actor admin, String name, String reason) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(name, admin.userId(), reason))
                .invoke(ScreennameLocks::requireUnused)
                .invoke(ScreennameLocks::requireReleased)
                .replaceWithVoid();
    }

    private static void requireUnused(RowSet<Row> rows) {
        if ("current".equals(rows.iterator().next().getString("was"))) {
            throw SCREENNAME_IN_USE.because("Somebody has this name now.");
        }
    }

    private static void requireReleased(RowSet<Row> rows) {
        var row = rows.iterator().next();
        if (!row.getBoolean("done") && "reserved".equals(row.getString("was"))) {
            throw SCREENNAME_OF_THE_HOUSE.because("It is one of the words that the house keeps for itself.");
        }
    }
}
