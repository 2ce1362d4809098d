package club.panamia.social.backfill;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** What is to be asked for. Each change is one statement, and complete by itself. */
@Singleton
public class WantedPosts {

    /** Those of a post that is for everybody; not again within a quarter of an hour. */
    private static final String ANSWERS = """
            INSERT INTO internal.wanted_post AS w (uri, kind)
            SELECT s.uri, 'answers' FROM social_statuses s
             WHERE s.id = $1 AND s.is_remote AND s.visibility IN ('public', 'quiet')
            ON CONFLICT (uri, kind) DO UPDATE SET due_at = now(), done_at = NULL, attempts = 0
             WHERE w.done_at < now() - interval '15 minutes'
            """;

    /** A poll that lasts, or of which it is not known how it ended; what its server has said lately is still right. */
    private static final String COUNTS = """
            INSERT INTO internal.wanted_post AS w (uri, kind)
            SELECT s.uri, 'poll' FROM social_statuses s JOIN internal.poll q ON q.status_id = s.id
             WHERE s.id = $1 AND s.is_remote AND s.visibility IN ('public', 'quiet') AND q.is_remote
               AND q.told_at < now() - interval '5 minutes' AND (q.ends_at IS NULL OR q.told_at < q.ends_at)
            ON CONFLICT (uri, kind) DO UPDATE SET due_at = now(), done_at = NULL, attempts = 0
             WHERE w.done_at < now() - interval '5 minutes'
            """;

    /**
     * Of each server one, and of those none that are busy. Whoever takes them has a quarter of an hour, and longer each time; what is
     * done is forgotten after a day.
     */
    private static final String NEXT = """
            WITH due AS (
              SELECT id, due_at, split_part(uri, '/', 3) AS host FROM internal.wanted_post
               WHERE done_at IS NULL AND due_at <= now() AND split_part(uri, '/', 3) <> ALL ($2)
               ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED
            ), few AS (
              SELECT id, host FROM (SELECT DISTINCT ON (host) id, host, due_at FROM due ORDER BY host, due_at, id) AS first
               ORDER BY due_at, id LIMIT $1
            ), forgotten AS (
              DELETE FROM internal.wanted_post f
               USING (SELECT id FROM internal.wanted_post WHERE done_at < now() - interval '1 day' LIMIT 100) AS old
               WHERE f.id = old.id
            )
            UPDATE internal.wanted_post w
               SET attempts = w.attempts + 1, due_at = now() + (w.attempts + 1) * interval '15 minutes'
              FROM few WHERE w.id = few.id
            RETURNING w.id, w.uri, few.host, w.kind, w.depth, w.attempts
            """;

    private static final String DONE = "UPDATE internal.wanted_post SET done_at = now() WHERE id = $1";

    private static final String POSTS = """
            INSERT INTO internal.wanted_post (uri, kind, depth)
            SELECT DISTINCT n.uri, 'post', 10 FROM unnest(CAST($1 AS text[])) AS n (uri)
             WHERE length(n.uri) BETWEEN 1 AND 2000 AND NOT EXISTS (SELECT FROM social_statuses s WHERE s.uri = n.uri)
            ON CONFLICT (uri, kind) DO NOTHING
            """;

    private final Pool pool;

    WantedPosts(Pool pool) {
        this.pool = pool;
    }

    /** What answers a post of another server; nothing for one of ours, which we hear of anyway. */
    public Uni<Void> answersTo(String statusId) {
        return pool.preparedQuery(ANSWERS).execute(Tuple.of(statusId)).replaceWithVoid();
    }

    /** How a poll of another server stands; nothing for what is no such poll. */
    public Uni<Void> countsOf(String statusId) {
        return pool.preparedQuery(COUNTS).execute(Tuple.of(statusId)).replaceWithVoid();
    }

    /** @param busy servers that are asked for enough already */
    Uni<List<Wanted>> next(int most, Set<String> busy) {
        return pool.preparedQuery(NEXT)
                .mapping(Wanted::of)
                .execute(Tuple.of(most, busy.toArray(String[]::new)))
                .map(rows -> rows.stream().toList());
    }

    Uni<Void> done(Wanted wanted) {
        return pool.preparedQuery(DONE).execute(Tuple.of(wanted.id())).replaceWithVoid();
    }

    /** Posts that answer one; from them nothing further is looked for. */
    Uni<Void> posts(List<String> uris) {
        return pool.preparedQuery(POSTS)
                .execute(Tuple.of((Object) uris.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
