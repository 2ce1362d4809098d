package club.panamia.social.discovery;

import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How much goes on here, in figures that everybody may know: what is for everybody, and who said it. Counted every half hour. */
@Singleton
class Usage {

    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final String COUNTED = """
            WITH here AS (
              SELECT a.id, a.status_count FROM social_actors a
                %s
            ), said AS (
              SELECT s.actor_id, max(s.published) AS last,
                     count(*) FILTER (WHERE s.in_reply_to_uri IS NULL) AS posts,
                     count(*) FILTER (WHERE s.in_reply_to_uri IS NOT NULL) AS answers
                FROM social_statuses s JOIN here ON here.id = s.actor_id
               WHERE s.visibility IN ('public', 'quiet') AND NOT s.is_draft
               GROUP BY s.actor_id
            )
            SELECT (SELECT count(*) FROM here) AS total,
                   (SELECT count(*) FROM said WHERE last > now() - interval '30 days') AS month,
                   (SELECT count(*) FROM said WHERE last > now() - interval '180 days') AS half_year,
                   (SELECT coalesce(sum(posts), 0)::bigint FROM said) AS posts,
                   (SELECT coalesce(sum(answers), 0)::bigint FROM said) AS answers
            """.formatted(Audience.HERE);

    private final Uni<JsonObject> counted;

    Usage(Pool pool) {
        this.counted = Uni.createFrom()
                .deferred(() -> pool.query(COUNTED).execute())
                .map(rows -> usage(rows.iterator().next()))
                .memoize()
                .forFixedDuration(KEPT);
    }

    Uni<JsonObject> counted() {
        return counted;
    }

    private static JsonObject usage(Row row) {
        return new JsonObject()
                .put(
                        "users",
                        new JsonObject()
                                .put("total", row.getLong("total"))
                                .put("activeMonth", row.getLong("month"))
                                .put("activeHalfyear", row.getLong("half_year")))
                .put("localPosts", row.getLong("posts"))
                .put("localComments", row.getLong("answers"));
    }
}
