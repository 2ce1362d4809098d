package club.panamia.engagement.notification;

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

/** What a person is told, newest first; without what has expired. */
@Singleton
class Inbox {

    /**
     * The actor's name is the one of today: the copy that was made when the notification was written outlives a rename, and
     * even the account.
     */
    private static final String PAGE = """
            SELECT n.id, n.created_at, n.type::text, n.context::text, n.object_type::text, n.object, n.object_title,
                   n.object_url, n.message, n.read, n.read_at, n.archived_at, n.expires_at, %s
              FROM notifications n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             WHERE n.target = $1 AND %s AND (n.expires_at IS NULL OR n.expires_at > now())
               AND (n.created_at, n.id) < ($2, $3)
             ORDER BY n.created_at DESC, n.id DESC
             LIMIT $4
            """;

    static final String UNREAD = """
            SELECT n.context::text, count(*)
              FROM notifications n
             WHERE n.target = $1 AND NOT n.read AND n.archived_at IS NULL
               AND (n.expires_at IS NULL OR n.expires_at > now())
             GROUP BY n.context
            """;

    private final Pool pool;

    Inbox(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<NotificationView>> of(Actor reader, NotificationQuery query) {
        return pool.preparedQuery(page(query.state()))
                .execute(values(reader.userId(), query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(NotificationView::of)
                                .toList(),
                        query,
                        NotificationView::position));
    }

    Uni<UnreadCount> unread(Actor reader) {
        return pool.preparedQuery(UNREAD).execute(Tuple.of(reader.userId())).map(UnreadCount::of);
    }

    static String page(NotificationState state) {
        return PAGE.formatted(PersonView.COLUMNS, state.condition());
    }

    static Tuple values(String userId, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(userId, after.time(0), after.text(1), query.rows());
    }
}
