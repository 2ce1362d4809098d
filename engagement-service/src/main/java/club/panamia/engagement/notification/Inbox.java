package club.panamia.engagement.notification;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What a person is told, newest first; without what has expired. */
@Singleton
class Inbox {

    /**
     * The actor's name is the one of today: the copy that was made when the notification was written outlives a rename, and
     * even the account.
     */
    private static final String PAGE = """
            SELECT %s, %s
              FROM notifications n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             WHERE n.target = $1 AND %s AND (n.expires_at IS NULL OR n.expires_at > now())
               AND (CAST($5 AS text[]) IS NULL OR CAST(n.context AS text) = ANY (CAST($5 AS text[])))
               AND (CAST($6 AS text[]) IS NULL OR CAST(n.type AS text) = ANY (CAST($6 AS text[])))
               AND (n.created_at, n.id) < ($2, $3)
             ORDER BY n.created_at DESC, n.id DESC
             LIMIT $4
            """;

    /**
     * An {@link UnreadCount} as it is sent, since every page asks for it: what one row counts, less what still counts in it
     * although it has expired since the last sweep.
     */
    static final String UNREAD = """
            SELECT CAST(jsonb_build_object(
                     'count', coalesce(sum(unread), 0),
                     'contexts', coalesce(jsonb_object_agg(context, unread) FILTER (WHERE unread > 0), '{}')) AS text)
              FROM (SELECT counted.key AS context, CAST(counted.value AS bigint) - (
                             SELECT count(*) FROM notifications n
                              WHERE n.target = $1 AND NOT n.read AND n.archived_at IS NULL AND n.expires_at <= now()
                                AND CAST(n.context AS text) = counted.key) AS unread
                      FROM internal.unread_count c, jsonb_each_text(c.contexts) AS counted
                     WHERE c.user_id = $1) AS contexts
            """;

    private final Pool pool;

    Inbox(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<NotificationView>> of(Actor reader, NotificationQuery query, Locale language) {
        return pool.preparedQuery(page(query.state()))
                .mapping(row -> NotificationView.of(row, language))
                .execute(values(reader.userId(), query))
                .map(found -> Page.of(found, query, NotificationView::position));
    }

    Uni<String> unread(Actor reader) {
        return pool.preparedQuery(UNREAD)
                .execute(Tuple.of(reader.userId()))
                .map(rows -> rows.iterator().next().getString(0));
    }

    static String page(NotificationState state) {
        return PAGE.formatted(NotificationView.COLUMNS, PersonView.COLUMNS, state.condition());
    }

    static Tuple values(String userId, NotificationQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(userId, after.time(0), after.text(1), query.rows(), query.contexts(), query.types());
    }
}
