package club.panamia.engagement.notification.group;

import static club.panamia.engagement.notification.NotificationProblem.NO_SUCH_NOTIFICATION;

import club.panamia.engagement.notification.NotificationQuery;
import club.panamia.engagement.notification.NotificationState;
import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What a person is told, together where it belongs together: by verb, context and object within a day of UTC. */
@Singleton
class Groups {

    /** Whether {@code m} is in the group of {@code n}. */
    private static final String TOGETHER = """
            m.target = n.target AND m.context = n.context AND m.type = n.type
                     AND coalesce(m.object, '') = coalesce(n.object, '')
                     AND m.created_at >= date_trunc('day', n.created_at, 'UTC')
                     AND m.created_at < date_trunc('day', n.created_at, 'UTC') + interval '24 hours'""";

    /**
     * A group stands where its newest is, which is looked up for each one; an anti-join could be reckoned for all first. So
     * the list is read in its order, and no further than the page.
     */
    private static final String PAGE = """
            SELECT %1$s, %2$s, together.count, together.unread, together.people
              FROM notifications n
             CROSS JOIN LATERAL (
               SELECT m.id FROM notifications m
                WHERE %3$s AND %5$s AND (m.expires_at IS NULL OR m.expires_at > now())
                ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS newest
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             CROSS JOIN LATERAL (
               SELECT count(*) AS count, count(*) FILTER (WHERE NOT m.read) AS unread, count(DISTINCT m.actor) AS people
                 FROM notifications m
                WHERE %3$s
                  AND %5$s AND (m.expires_at IS NULL OR m.expires_at > now())) AS together
             WHERE n.target = $1 AND %4$s AND (n.expires_at IS NULL OR n.expires_at > now())
               AND (CAST($5 AS text[]) IS NULL OR CAST(n.context AS text) = ANY (CAST($5 AS text[])))
               AND (CAST($6 AS text[]) IS NULL OR CAST(n.type AS text) = ANY (CAST($6 AS text[])))
               AND (n.created_at, n.id) < ($2, $3) AND newest.id = n.id
             ORDER BY n.created_at DESC, n.id DESC
             LIMIT $4
            """;

    private static final String MINE = "SELECT id FROM notifications WHERE id = $1 AND target = $2";

    private static final String PEOPLE = """
            SELECT m.id AS notification_id, m.created_at, %1$s
              FROM notifications n
              JOIN notifications m ON %2$s
              JOIN users u ON u.id = m.actor AND u.scrubbed_at IS NULL
             WHERE n.id = $1 AND (m.created_at, m.id) < ($2, $3) AND (m.expires_at IS NULL OR m.expires_at > now())
               AND NOT EXISTS (
                 SELECT FROM notifications later
                  WHERE later.target = m.target AND later.context = m.context AND later.type = m.type
                    AND coalesce(later.object, '') = coalesce(m.object, '') AND later.actor = m.actor
                    AND later.created_at < date_trunc('day', m.created_at, 'UTC') + interval '24 hours'
                    AND (later.created_at, later.id) > (m.created_at, m.id)
                    AND (later.expires_at IS NULL OR later.expires_at > now()))
             ORDER BY m.created_at DESC, m.id DESC
             LIMIT $4
            """.formatted(PersonView.COLUMNS, TOGETHER);

    private final Pool pool;

    Groups(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<GroupView>> of(Actor reader, NotificationQuery query, Locale language) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(page(query.state()))
                .mapping(row -> GroupView.of(row, language))
                .execute(Tuple.of(
                        reader.userId(), after.time(0), after.text(1), query.rows(), query.contexts(), query.types()))
                .map(found -> Page.of(found, query, GroupView::position));
    }

    /** Who is in the group of one of the reader's notifications; each person once, the latest first. */
    Uni<Page<GroupMemberView>> people(Actor reader, String id, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(id, reader.userId()))
                .invoke(mine -> requireOne(mine.size()))
                .chain(() -> pool.preparedQuery(PEOPLE)
                        .mapping(GroupMemberView::of)
                        .execute(Tuple.of(id, after.time(0), after.text(1), query.rows())))
                .map(found -> Page.of(found, query, GroupMemberView::position));
    }

    static String page(NotificationState state) {
        return PAGE.formatted(
                NotificationView.COLUMNS,
                PersonView.COLUMNS,
                TOGETHER,
                state.condition(),
                state.condition().replace("n.", "m."));
    }

    private static void requireOne(int mine) {
        if (mine == 0) {
            throw NO_SUCH_NOTIFICATION.because("You have no notification of this id.");
        }
    }
}
