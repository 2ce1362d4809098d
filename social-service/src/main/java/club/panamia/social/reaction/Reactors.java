package club.panamia.social.reaction;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.audience.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** Who likes or has boosted a post, for those who see the post and them. */
@Singleton
class Reactors {

    /** One row without anybody, where the post is seen and nobody who may be is behind it. */
    private static final String PAGE = Audience.viewer("$1")
            + """
            , post AS MATERIALIZED (
              SELECT s.id FROM %1$s WHERE s.id = $2 AND %2$s
            ), reactor AS (
              SELECT r.id, r.created_at, a.id AS actor_id, a.username, a.domain, a.name, a.icon_url
                FROM post JOIN %%s r ON r.status_id = post.id JOIN social_actors a ON a.id = r.actor_id %3$s
               WHERE (r.created_at, r.id) < ($3, $4)
                 AND a.id <> ALL (CAST((SELECT blocked FROM viewer) AS text[])) AND %4$s
                 AND (a.standing = 'good' OR a.id = (SELECT id FROM viewer)
                      OR EXISTS (SELECT FROM social_follows f
                                  WHERE f.actor_id = (SELECT id FROM viewer) AND f.target_actor_id = a.id AND f.status = 'accepted'))
               ORDER BY r.created_at DESC, r.id DESC LIMIT $5
            )
            SELECT reactor.* FROM post LEFT JOIN reactor ON true ORDER BY reactor.created_at DESC, reactor.id DESC
            """.formatted(Audience.FROM, Audience.MAY_SEE, Audience.SEEN, Audience.IS_OF_NO_SERVER_KEPT_AWAY);

    private final Pool pool;

    Reactors(Pool pool) {
        this.pool = pool;
    }

    static String page(Reaction reaction) {
        return PAGE.formatted(reaction.table());
    }

    static Tuple values(Actor viewer, String statusId, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(viewer.userId(), statusId, after.time(0), after.text(1), query.rows());
    }

    Uni<Page<ReactorView>> of(Reaction reaction, String statusId, Actor viewer, PageQuery query) {
        return pool.preparedQuery(page(reaction))
                .execute(values(viewer, statusId, query))
                .map(rows -> page(rows, query));
    }

    private static Page<ReactorView> page(RowSet<Row> rows, PageQuery query) {
        if (rows.size() == 0) {
            throw NO_SUCH_STATUS.because("There is none, or it is not meant for you.");
        }
        var people = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("id") != null)
                .map(ReactorView::of)
                .toList();
        return Page.of(people, query, ReactorView::position);
    }
}
