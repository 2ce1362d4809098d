package club.panamia.social.upload;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of {@code internal.social_upload}: they come before their files and leave after them. */
@Singleton
class Uploads {

    private static final String STORED = "UPDATE internal.social_upload SET state = 'stored' WHERE id = $1";

    private static final String DISCARD = """
            UPDATE internal.social_upload u SET state = 'removing'
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id
             WHERE u.id = $1 AND u.actor_id = a.id AND p.user_id = $2 AND u.attached_at IS NULL AND u.draft_id IS NULL
            """;

    /** What no post shows: it was in one that is gone, its person is gone, or it has waited for a day. */
    static final String CLAIM = """
            UPDATE internal.social_upload SET state = 'removing'
             WHERE id IN (SELECT id FROM internal.social_upload
                           WHERE status_id IS NULL AND draft_id IS NULL
                             AND (attached_at IS NOT NULL OR actor_id IS NULL OR state = 'removing'
                                  OR created_at <= now() - interval '1 day')
                           ORDER BY id
                           LIMIT $1
                             FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private static final String FORGET = "DELETE FROM internal.social_upload WHERE id = $1 AND state = 'removing'";

    private final Pool pool;

    Uploads(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> stored(String id) {
        return pool.preparedQuery(STORED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** What a post shows goes with the post only. */
    Uni<Void> discard(Actor person, String id) {
        return pool.preparedQuery(DISCARD)
                .execute(Tuple.of(id, person.userId()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw NOT_FOUND.because("No upload of yours like this waits for a post.");
                    }
                })
                .replaceWithVoid();
    }

    /** From now on no post can show them. */
    Uni<List<String>> claim(int most) {
        return pool.preparedQuery(CLAIM)
                .mapping(row -> row.getString(0))
                .execute(Tuple.of(most))
                .map(ids -> ids.stream().toList());
    }

    Uni<Void> forget(String id) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(id)).replaceWithVoid();
    }
}
