package club.panamia.social.bookmark;

import static club.panamia.social.actor.SocialProblem.NOT_TAKING_PART;
import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.audience.Audience;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Posts that people keep. Each change is one statement, and complete by itself. */
@Singleton
public class Bookmarks {

    static final String KEEP = Audience.viewer("$1") + """
            , seen AS (
              SELECT s.id FROM %s WHERE s.id = $2 AND %s
            ), kept AS (
              INSERT INTO internal.bookmark (actor_id, status_id)
              SELECT (SELECT id FROM viewer), id FROM seen WHERE (SELECT id FROM viewer) IS NOT NULL
              ON CONFLICT (actor_id, status_id) DO NOTHING
            )
            SELECT (SELECT id FROM viewer) IS NOT NULL AS takes_part, EXISTS (SELECT FROM seen) AS seen
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    private static final String LEAVE = """
            DELETE FROM internal.bookmark b USING social_actors me, profiles mine
             WHERE mine.user_id = $1 AND me.profile_id = mine.id AND b.actor_id = me.id AND b.status_id = $2
            """;

    /** What is not for the reader any more is left out, and there again when it is. */
    static final String KEPT =
            Audience.viewer("$4") + """
                    SELECT %s, b.created_at AS kept_at, b.id AS kept_id
                      FROM internal.bookmark b JOIN (%s) ON s.id = b.status_id
                     WHERE b.actor_id = (SELECT id FROM viewer) AND (b.created_at, b.id) < ($1, $2) AND %s
                     ORDER BY b.created_at DESC, b.id DESC
                     LIMIT $3
                    """.formatted(StatusView.COLUMNS, Audience.FROM, Audience.MAY_SEE);

    private final Pool pool;
    private final MediaLinks links;

    Bookmarks(Pool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    public Uni<Void> keep(Actor person, String statusId) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(person.userId(), statusId))
                .invoke(rows -> requireKept(rows.iterator().next()))
                .replaceWithVoid();
    }

    public Uni<Void> leave(Actor person, String statusId) {
        return pool.preparedQuery(LEAVE)
                .execute(Tuple.of(person.userId(), statusId))
                .replaceWithVoid();
    }

    Uni<Page<StatusView>> of(Actor person, PageQuery query) {
        return pool.preparedQuery(KEPT).execute(values(person, query)).map(rows -> page(rows, query));
    }

    static Tuple values(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(after.time(0), after.text(1), query.rows(), person.userId());
    }

    private Page<StatusView> page(RowSet<Row> rows, PageQuery query) {
        var page = Page.of(rows, query, Bookmarks::position);
        return new Page<>(
                page.items().stream().map(row -> StatusView.of(row, links)).toList(), page.nextCursor());
    }

    private static Cursor position(Row row) {
        return Cursor.of(row.getOffsetDateTime("kept_at").toInstant(), row.getString("kept_id"));
    }

    private static void requireKept(Row row) {
        if (!row.getBoolean("takes_part")) {
            throw NOT_TAKING_PART.because("You have no actor yet.");
        }
        if (!row.getBoolean("seen")) {
            throw NO_SUCH_STATUS.because("There is none, or it is not meant for you.");
        }
    }
}
