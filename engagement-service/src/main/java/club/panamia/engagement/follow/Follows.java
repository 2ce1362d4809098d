package club.panamia.engagement.follow;

import static club.panamia.engagement.follow.FollowProblem.NO_SUCH_PERSON;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/**
 * Who follows whom: pairs without a state of their own. Each change is one statement that says the same however often it is
 * said, also twice at once. People who are locked or gone are not shown and cannot be followed.
 */
@Singleton
class Follows {

    private static final String FOLLOW = """
            WITH person AS (
              SELECT id FROM users WHERE lower(screenname) = lower($2) AND locked_at IS NULL AND scrubbed_at IS NULL
            ), pair AS (
              INSERT INTO user_follows (follower_id, following_id) SELECT $1, id FROM person
              ON CONFLICT (follower_id, following_id) DO NOTHING
            )
            SELECT id FROM person
            """;

    private static final String UNFOLLOW = """
            DELETE FROM user_follows
             WHERE follower_id = $1 AND following_id = (SELECT id FROM users WHERE lower(screenname) = lower($2))
            """;

    private static final String PAGE = """
            SELECT f.id AS follow_id, f.created_at, %1$s
              FROM user_follows f
              JOIN users u ON u.id = f.%2$s
             WHERE f.%3$s = $1 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND (f.created_at, f.id) < ($2, $3)
             ORDER BY f.created_at DESC, f.id DESC
             LIMIT $4
            """;

    private final Pool pool;

    Follows(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> begin(Actor follower, String screenname) {
        return pool.preparedQuery(FOLLOW)
                .execute(Tuple.of(follower.userId(), screenname))
                .invoke(people -> {
                    if (people.size() == 0) {
                        throw NO_SUCH_PERSON.because("Nobody of this name can be followed.");
                    }
                })
                .replaceWithVoid();
    }

    /** Also of somebody who is locked by now; says nothing about who exists. */
    Uni<Void> end(Actor follower, String screenname) {
        return pool.preparedQuery(UNFOLLOW)
                .execute(Tuple.of(follower.userId(), screenname))
                .replaceWithVoid();
    }

    /** The actor's own, newest first. */
    Uni<Page<FollowView>> of(Actor actor, FollowQuery query) {
        return pool.preparedQuery(page(query.type))
                .execute(values(actor.userId(), query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(FollowView::of)
                                .toList(),
                        query,
                        FollowView::position));
    }

    static String page(String type) {
        return "followers".equals(type)
                ? PAGE.formatted(PersonView.COLUMNS, "follower_id", "following_id")
                : PAGE.formatted(PersonView.COLUMNS, "following_id", "follower_id");
    }

    static Tuple values(String userId, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(userId, after.time(0), after.text(1), query.rows());
    }
}
