package club.panamia.engagement.follow;

import static club.panamia.engagement.follow.FollowProblem.NO_SUCH_PERSON;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who follows whom: pairs without a state of their own. Each change is one statement that says the same however often it is
 * said, also twice at once. People who are locked or gone are not shown and cannot be followed.
 */
@Singleton
class Follows {

    /** Whose lists the reader {@code $2}, or nobody, may see: it is the person's own choice. */
    private static final String SHOWN = """
            SELECT u.id FROM users u
              LEFT JOIN internal.notification_setting s ON s.user_id = u.id
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND (u.id = $2 OR CASE coalesce(s.followers, 'everybody')
                                   WHEN 'everybody' THEN true WHEN 'members' THEN CAST($2 AS text) IS NOT NULL ELSE false END)
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

    /** The actor's own, newest first. */
    Uni<Page<FollowView>> of(Actor actor, FollowQuery query) {
        return of(actor.userId(), query);
    }

    private Uni<Page<FollowView>> of(String userId, FollowQuery query) {
        return pool.preparedQuery(page(query.type))
                .execute(values(userId, query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(FollowView::of)
                                .toList(),
                        query,
                        FollowView::position));
    }

    /** Somebody else's, if they show them to the reader. */
    Uni<Page<FollowView>> shownBy(String screenname, @Nullable Actor reader, FollowQuery query) {
        return pool.preparedQuery(SHOWN)
                .execute(Tuple.of(screenname, reader == null ? null : reader.userId()))
                .map(Follows::theOne)
                .chain(person -> of(person, query));
    }

    private static String theOne(RowSet<Row> people) {
        if (people.size() == 0) {
            throw NO_SUCH_PERSON.because("Nobody of this name shows whom they follow.");
        }
        return people.iterator().next().getString("id");
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
