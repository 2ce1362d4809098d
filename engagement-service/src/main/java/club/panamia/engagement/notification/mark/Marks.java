package club.panamia.engagement.notification.mark;

import static club.panamia.engagement.notification.NotificationProblem.NO_SUCH_NOTIFICATION;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * Changes a person's own notifications: one statement each, which moves the number on the bell with them, and says the same
 * however often it is said, also twice at once.
 */
@Singleton
class Marks {

    private static final String ONE = "target = $1 AND id = $2";

    private static final String MANY = """
            target = $1 AND NOT read AND archived_at IS NULL
                     AND (CAST($2 AS timestamptz) IS NULL OR created_at <= $2)
                     AND (CAST($3 AS text) IS NULL OR CAST(context AS text) = $3)
                     AND (CAST($4 AS text[]) IS NULL OR id = ANY ($4))""";

    private final Pool pool;

    Marks(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> one(Mark mark, Actor reader, String id) {
        return pool.preparedQuery(mark.of(ONE))
                .execute(Tuple.of(reader.userId(), id))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw NO_SUCH_NOTIFICATION.because("You have no notification of this id.");
                    }
                })
                .replaceWithVoid();
    }

    /** Reads what the reader has seen; how much that was. */
    Uni<Integer> readAll(Actor reader, Seen seen) {
        return pool.preparedQuery(Mark.READ.of(MANY))
                .execute(Tuple.of(reader.userId(), seen.until(), seen.context(), seen.someIds()))
                .map(RowSet::size);
    }
}
