package club.panamia.mentoring.waiting;

import static club.panamia.mentoring.waiting.WaitingProblem.NOT_WAITING;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** For whom somebody waits; ten at most. */
@Singleton
class Waitings {

    private static final String MINE = """
            SELECT m.screenname, w.duration, w.wanted_from, w.wanted_until, w.offered_at, w.offered_until,
                   CAST((SELECT count(*) FROM internal.mentor_waiting earlier
                          WHERE earlier.mentor_id = w.mentor_id AND earlier.id <= w.id) AS int) AS place
              FROM internal.mentor_waiting w JOIN users m ON m.id = w.mentor_id
             WHERE w.person_id = $1 AND ($2 = '' OR lower(m.screenname) = lower($2))
             ORDER BY w.id
            """;

    private final Pool pool;

    Waitings(Pool pool) {
        this.pool = pool;
    }

    Uni<List<WaitingView>> of(Actor actor) {
        return find(actor, "");
    }

    Uni<WaitingView> of(Actor actor, String mentor) {
        return find(actor, mentor).map(Waitings::one);
    }

    private Uni<List<WaitingView>> find(Actor actor, String mentor) {
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(actor.userId(), mentor))
                .map(Waitings::views);
    }

    private static List<WaitingView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(WaitingView::of)
                .toList();
    }

    private static WaitingView one(List<WaitingView> found) {
        if (found.isEmpty()) {
            throw NOT_WAITING.because("You may have been offered a slot, or the time that you wanted is over.");
        }
        return found.getFirst();
    }
}
