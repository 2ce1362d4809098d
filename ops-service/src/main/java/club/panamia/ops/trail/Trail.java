package club.panamia.ops.trail;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Questions asked of the trail. */
@ApplicationScoped
class Trail {

    /** One index answers for a subject, one for an actor; the whole trail is in the order of its ids. */
    private static final String NEWEST_FIRST = """
            SELECT id, created_at, actor_id, subject_id, action, reason, written_by
              FROM internal.security_event
             WHERE (created_at, id) < ($1, $2)
               AND ($3 = '' OR actor_id = $3) AND ($4 = '' OR subject_id = $4) AND ($5 = '' OR action = $5)
             ORDER BY created_at DESC, id DESC
             LIMIT $6
            """;

    /** Whoever is looked up by name sees it. */
    private static final String LOOKED_UP = """
            INSERT INTO internal.security_event (actor_id, subject_id, action)
            SELECT $1, u.id, 'record-read' FROM users u WHERE u.id IN ($2, $3) AND u.id <> $1
            """;

    private final Pool pool;

    Trail(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<TrailLineView>> search(Actor admin, TrailQuery query) {
        return rows(query, query.after(2).orElse(Cursor.NEWEST), query.rows())
                .map(found -> Page.of(found, query, TrailLineView::position))
                .call(page -> tellWhoIsLookedUp(admin, query));
    }

    /** The lines that follow a position, without a page around them. */
    Uni<List<TrailLineView>> rows(TrailQuery query, Cursor before, int count) {
        return pool.preparedQuery(NEWEST_FIRST)
                .mapping(TrailLineView::of)
                .execute(
                        Tuple.of(before.time(0), before.text(1), query.actor(), query.subject(), query.action(), count))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<Void> tellWhoIsLookedUp(Actor admin, TrailQuery query) {
        return pool.preparedQuery(LOOKED_UP)
                .execute(Tuple.of(admin.userId(), query.subject(), query.actor()))
                .replaceWithVoid();
    }
}
