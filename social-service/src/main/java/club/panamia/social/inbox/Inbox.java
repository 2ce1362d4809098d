package club.panamia.social.inbox;

import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Activities that came in, each once, and those of one actor in their order; none waits for one that failed. */
@Singleton
class Inbox {

    /** Who speaks to us can be spoken to; who is suspended can only take something back. */
    private static final String ACCEPT = """
            WITH heard AS (
              UPDATE internal.peer SET closed_until = NULL, failures = 0, failed_days = 0, failing_since = NULL
               WHERE host = $4 AND (failures > 0 OR failed_days > 0)
            )
            INSERT INTO internal.inbox_activity (uri, actor_uri, body)
            SELECT $1, $2, $3
             WHERE $5 OR NOT EXISTS (SELECT FROM social_actors a WHERE a.uri = $2 AND a.standing = 'suspended')
            ON CONFLICT (uri) DO NOTHING
            """;

    /** For a moment, and the longer, the longer it has waited; {@code i} is the activity. */
    private static final String A_MOMENT =
            "make_interval(secs => least(60, greatest(1, extract(epoch FROM now() - i.created_at) / 4)))";

    /**
     * Whoever takes them has a minute; then another one may. What an actor did after something that is underway or put aside is put
     * aside, too, so that whoever looks next sees others.
     */
    private static final String TAKE = """
            WITH due AS (
              SELECT id, actor_uri FROM internal.inbox_activity
               WHERE state = 'waiting' AND due_at <= now() ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
            ), free AS (
              SELECT due.id FROM due
               WHERE NOT EXISTS (SELECT FROM internal.inbox_activity e
                                  WHERE e.actor_uri = due.actor_uri AND e.id < due.id AND e.state = 'waiting'
                                    AND (e.due_at <= now() OR e.attempts = 0) AND e.id NOT IN (SELECT id FROM due))
            )
            UPDATE internal.inbox_activity i
               SET due_at = now() + CASE WHEN free.id IS NULL THEN %s ELSE interval '1 minute' END
              FROM due LEFT JOIN free ON free.id = due.id WHERE i.id = due.id
            RETURNING i.id, CASE WHEN free.id IS NOT NULL THEN i.body END AS body
            """.formatted(A_MOMENT);

    private static final String PUT_ASIDE = "UPDATE internal.inbox_activity i SET due_at = now() + " + A_MOMENT
            + " WHERE id = $1 AND state = 'waiting'";

    private static final String DROP =
            "UPDATE internal.inbox_activity SET state = 'dropped', body = NULL, error = left($2, 500) WHERE id = $1 AND state = 'waiting'";

    /** Later and later, and eight times at most: then somebody has to look at it. */
    private static final String POSTPONE = """
            UPDATE internal.inbox_activity
               SET attempts = attempts + 1, error = left($2, 500), due_at = now() + make_interval(secs => 10 * power(4, attempts)),
                   state = CASE WHEN attempts >= 7 THEN 'parked' ELSE state END
             WHERE id = $1 AND state = 'waiting'
            """;

    private static final String FORGET = """
            DELETE FROM internal.inbox_activity i
             USING (SELECT id FROM internal.inbox_activity
                     WHERE state IN ('done', 'dropped') AND created_at < now() - interval '30 days' LIMIT $1) AS old
             WHERE i.id = old.id
            """;

    private static final Set<String> TAKES_BACK = Set.of("Delete", "Undo");

    private final Pool pool;

    Inbox(Pool pool) {
        this.pool = pool;
    }

    /** Keeps it, if it is not known already. */
    Uni<Void> accept(Activity activity) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(
                        activity.id(),
                        activity.actor(),
                        activity.body().encode(),
                        Host.of(activity.actor()).orElseThrow(),
                        TAKES_BACK.contains(activity.type())))
                .replaceWithVoid();
    }

    /** What is next, as it came in; none, where nothing is due. */
    Uni<List<Waiting>> take(int most) {
        return pool.preparedQuery(TAKE)
                .mapping(row -> new Waiting(row.getString("id"), row.getString("body")))
                .execute(Tuple.of(most))
                .map(rows ->
                        rows.stream().sorted(Comparator.comparing(Waiting::id)).toList());
    }

    Uni<Void> putAside(String id) {
        return pool.preparedQuery(PUT_ASIDE).execute(Tuple.of(id)).replaceWithVoid();
    }

    Uni<Void> drop(String id, Throwable why) {
        return pool.preparedQuery(DROP)
                .execute(Tuple.of(id, String.valueOf(why.getMessage())))
                .replaceWithVoid();
    }

    Uni<Void> postpone(String id, Throwable why) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, why.toString()))
                .replaceWithVoid();
    }

    /** Forgets what was had long ago; how many. */
    Uni<Integer> forget(int batch) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(batch)).map(RowSet::rowCount);
    }

    /**
     * One that waits for its effect.
     *
     * @param body null where it waits for something else that its actor did
     */
    record Waiting(String id, @Nullable String body) {}
}
