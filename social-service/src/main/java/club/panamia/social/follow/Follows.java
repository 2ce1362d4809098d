package club.panamia.social.follow;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** A person's own follows, both ways; whom somebody follows is shown to nobody else. */
@Singleton
class Follows {

    /** Those who are locked, hidden or suspended are left out, and seen again when they are back. */
    private static final String PAGE = """
            SELECT f.id, CAST(f.status AS text) AS state, %1$s AS since, a.id AS actor_id, a.username, a.domain, a.name, a.icon_url
              FROM social_follows f
              JOIN social_actors a ON a.id = f.%2$s
              %5$s
             WHERE f.%3$s = (SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id
                              WHERE owned.user_id = $1)
               AND f.status = '%4$s' AND (%1$s, f.id) < ($2, $3)
             ORDER BY %1$s DESC, f.id DESC
             LIMIT $4
            """;

    static final String FOLLOWING =
            PAGE.formatted("f.accepted_at", "target_actor_id", "actor_id", "accepted", Audience.SEEN);
    static final String FOLLOWERS =
            PAGE.formatted("f.accepted_at", "actor_id", "target_actor_id", "accepted", Audience.SEEN);
    static final String REQUESTS =
            PAGE.formatted("f.created_at", "actor_id", "target_actor_id", "pending", Audience.SEEN);

    private final Pool pool;

    Follows(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<FollowView>> of(Actor person, FollowQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(page(query.type))
                .execute(Tuple.of(person.userId(), after.time(0), after.text(1), query.rows()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(FollowView::of)
                                .toList(),
                        query,
                        FollowView::position));
    }

    private static String page(String type) {
        return switch (type) {
            case "followers" -> FOLLOWERS;
            case "requests" -> REQUESTS;
            default -> FOLLOWING;
        };
    }
}
