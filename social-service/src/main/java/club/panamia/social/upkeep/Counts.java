package club.panamia.social.upkeep;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The counts of posts and actors, held against the rows that they count. The database keeps them; this only proves it. */
@Singleton
class Counts {

    /** A portion in the order of ids; the last one of it, and how many were put right. */
    private static final String POSTS = """
            WITH portion AS (
              SELECT id FROM social_statuses WHERE id > $1 ORDER BY id LIMIT $2
            ), counted AS (
              SELECT s.id, s.visibility,
                     (SELECT count(*) FROM social_likes l WHERE l.status_id = s.id)::int AS likes,
                     (SELECT count(*) FROM internal.boost b WHERE b.status_id = s.id)::int AS boosts,
                     (SELECT count(*) FROM social_statuses r
                       WHERE r.in_reply_to_id = s.id AND NOT r.is_draft
                         AND (r.visibility IN ('public', 'quiet', 'local') OR r.visibility = s.visibility))::int AS replies
                FROM social_statuses s JOIN portion ON portion.id = s.id
            ), mended AS (
              UPDATE social_statuses s SET likes_count = c.likes, announces_count = c.boosts, replies_count = c.replies
                FROM counted c
               WHERE s.id = c.id AND (s.likes_count, s.announces_count, s.replies_count) <> (c.likes, c.boosts, c.replies)
              RETURNING s.id
            )
            SELECT (SELECT max(id) FROM portion) AS last, (SELECT count(*) FROM mended) AS mended
            """;

    private static final String ACTORS = """
            WITH portion AS (
              SELECT id FROM social_actors WHERE id > $1 ORDER BY id LIMIT $2
            ), counted AS (
              SELECT a.id,
                     (SELECT count(*) FROM social_follows f WHERE f.actor_id = a.id AND f.status = 'accepted')::int AS following,
                     (SELECT count(*) FROM social_follows f WHERE f.target_actor_id = a.id AND f.status = 'accepted')::int AS followers,
                     (SELECT count(*) FROM social_statuses s
                       WHERE s.actor_id = a.id AND NOT s.is_draft AND s.visibility IN ('public', 'quiet'))::int AS statuses
                FROM social_actors a JOIN portion ON portion.id = a.id
               WHERE a.profile_id IS NOT NULL
            ), mended AS (
              UPDATE social_actors a
                 SET following_count = c.following, followers_count = c.followers, status_count = c.statuses
                FROM counted c
               WHERE a.id = c.id AND (a.following_count, a.followers_count, a.status_count) <> (c.following, c.followers, c.statuses)
              RETURNING a.id
            )
            SELECT (SELECT max(id) FROM portion) AS last, (SELECT count(*) FROM mended) AS mended
            """;

    private final Pool pool;

    Counts(Pool pool) {
        this.pool = pool;
    }

    Uni<Proof> ofPosts(String after, int portion) {
        return prove(POSTS, after, portion);
    }

    Uni<Proof> ofActors(String after, int portion) {
        return prove(ACTORS, after, portion);
    }

    private Uni<Proof> prove(String statement, String after, int portion) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(after, portion))
                .map(RowSet::iterator)
                .map(rows -> {
                    var row = rows.next();
                    return new Proof(row.getString("last"), row.getInteger("mended"));
                });
    }

    /**
     * How a portion was found.
     *
     * @param last the last id of it; null behind the last portion
     */
    record Proof(@Nullable String last, int mended) {}
}
