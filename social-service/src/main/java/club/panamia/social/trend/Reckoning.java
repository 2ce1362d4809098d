package club.panamia.social.trend;

import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Who of late says what, and what they like and hand on: of people in good standing, of public posts. One statement each puts the new
 * reckoning in the place of the former one. Whoever has a server of their own can be many there: all of another server count as one.
 */
@Singleton
class Reckoning {

    private static final String RECENT = """
            WITH recent AS MATERIALIZED (
              SELECT s.id, s.actor_id, s.likes_count + s.announces_count AS echoes,
                     s.content_warning IS NULL AND %s AS plain
                FROM social_statuses s
               WHERE greatest(s.created_at, s.published) > now() - interval '3 days'
                 AND s.published > now() - interval '3 days' AND s.published <= now()
                 AND s.visibility = 'public' AND NOT s.is_draft AND s.expires_at IS NULL
               ORDER BY greatest(s.created_at, s.published) DESC, s.id DESC
               LIMIT 100000
            )
            """.formatted(Audience.NO_ANSWER);

    /** Of somebody {@code a}. */
    private static final String PERSON = "CASE WHEN a.profile_id IS NULL THEN lower(a.domain) ELSE a.id END";

    private static final String TAGS = RECENT + """
            , used AS (
              SELECT g.name, count(DISTINCT %1$s) AS people, count(DISTINCT s.id) AS posts
                FROM recent s
                JOIN social_actors a ON a.id = s.actor_id AND a.standing = 'good'
                %2$s
                CROSS JOIN LATERAL (SELECT left(substr(lower(t.name), 2), 100) AS name FROM social_tags t
                                     WHERE t.status_id = s.id AND t.type = 'Hashtag' AND t.name ~ '^#[^#[:space:]]{1,100}$') AS g
               WHERE NOT EXISTS (SELECT FROM internal.hidden_tag h WHERE h.name = g.name)
               GROUP BY g.name
              HAVING count(DISTINCT %1$s) >= 3
               ORDER BY people DESC, posts DESC, g.name
               LIMIT 50
            ), over AS (
              DELETE FROM internal.trend_tag t WHERE NOT EXISTS (SELECT FROM used WHERE used.name = t.name)
            )
            INSERT INTO internal.trend_tag AS t (name, people, posts) SELECT name, people, posts FROM used
            ON CONFLICT (name) DO UPDATE SET people = excluded.people, posts = excluded.posts
             WHERE (t.people, t.posts) <> (excluded.people, excluded.posts)
            """.formatted(PERSON, Audience.SEEN);

    /** Three people have done something at least: what fewer have is not looked at. */
    private static final String STATUSES = RECENT + """
            , fitting AS MATERIALIZED (
              SELECT s.id, s.actor_id
                FROM recent s
                JOIN social_actors a ON a.id = s.actor_id AND a.standing = 'good' AND (a.profile_id IS NOT NULL OR a.indexable)
                %2$s
               WHERE s.echoes >= 3 AND s.plain
            ), echoed AS (
              SELECT e.id, count(DISTINCT %1$s) AS people
                FROM (SELECT f.id, l.actor_id FROM fitting f JOIN social_likes l ON l.status_id = f.id WHERE l.actor_id <> f.actor_id
                      UNION ALL
                      SELECT f.id, b.actor_id FROM fitting f JOIN internal.boost b ON b.status_id = f.id WHERE b.actor_id <> f.actor_id) AS e
                JOIN social_actors a ON a.id = e.actor_id AND a.standing = 'good'
                %2$s
               GROUP BY e.id
              HAVING count(DISTINCT %1$s) >= 3
               ORDER BY people DESC, e.id DESC
               LIMIT 100
            ), over AS (
              DELETE FROM internal.trend_status t WHERE NOT EXISTS (SELECT FROM echoed WHERE echoed.id = t.status_id)
            )
            INSERT INTO internal.trend_status AS t (status_id, people)
            SELECT s.id, e.people FROM echoed e JOIN social_statuses s ON s.id = e.id FOR KEY SHARE OF s
            ON CONFLICT (status_id) DO UPDATE SET people = excluded.people WHERE t.people <> excluded.people
            """.formatted(PERSON, Audience.SEEN);

    private final Pool pool;

    Reckoning(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> anew() {
        return pool.query(TAGS)
                .execute()
                .chain(() -> pool.query(STATUSES).execute())
                .replaceWithVoid();
    }
}
