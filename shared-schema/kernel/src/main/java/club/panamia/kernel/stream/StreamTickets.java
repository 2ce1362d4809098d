package club.panamia.kernel.stream;

import static club.panamia.kernel.stream.StreamProblem.NO_SUCH_TICKET;

import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What opens one stream, once, within a minute, for whoever cannot send a cookie or a header with it; engagement-service gives
 * them out. Made when first asked for: the filter that asks is made before the settings are there.
 */
@ApplicationScoped
class StreamTickets {

    /** The row's lock decides between two who come with it at once. */
    private static final String SPEND = """
            WITH spent AS (DELETE FROM internal.stream_ticket WHERE ticket_hash = $1 RETURNING user_id, expires_at)
            SELECT u.id FROM spent JOIN users u ON u.id = spent.user_id
             WHERE spent.expires_at > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
            """;

    private final Pool pool;
    private final Tokens tokens;

    StreamTickets(Pool pool, Tokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** Whose it is; it is spent with that. */
    Uni<String> spend(String ticket) {
        return pool.preparedQuery(SPEND).execute(Tuple.of(tokens.hash(ticket))).map(StreamTickets::owner);
    }

    private static String owner(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_TICKET.because("It was used, or it is older than a minute; fetch another one.");
        }
        return rows.iterator().next().getString(0);
    }
}
