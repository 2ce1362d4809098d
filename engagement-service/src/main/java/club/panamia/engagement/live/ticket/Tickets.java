package club.panamia.engagement.live.ticket;

import static club.panamia.engagement.live.ticket.TicketProblem.NO_SUCH_TICKET;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * What opens one stream, once, within a minute, for whoever cannot send a cookie or a header with it. Made when first asked for:
 * the filter that asks is made before the settings are there.
 */
@ApplicationScoped
public class Tickets {

    private static final int AN_HOUR = 240;

    private static final String ISSUE = """
            WITH over AS (DELETE FROM internal.stream_ticket WHERE user_id = $2 AND expires_at <= now())
            INSERT INTO internal.stream_ticket (ticket_hash, user_id, expires_at)
            VALUES ($1, $2, now() + interval '1 minute')
            RETURNING expires_at
            """;

    /** The row's lock decides between two who come with it at once. */
    private static final String SPEND = """
            WITH spent AS (DELETE FROM internal.stream_ticket WHERE ticket_hash = $1 RETURNING user_id, expires_at)
            SELECT u.id FROM spent JOIN users u ON u.id = spent.user_id
             WHERE spent.expires_at > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
            """;

    private final Pool pool;
    private final Tokens tokens;
    private final RateLimits limits;

    Tickets(Pool pool, Tokens tokens, RateLimits limits) {
        this.pool = pool;
        this.tokens = tokens;
        this.limits = limits;
    }

    Uni<TicketView> issue(Actor reader) {
        var ticket = Tokens.newToken();
        return limits.take("stream-ticket", reader.userId(), AN_HOUR, Duration.ofHours(1))
                .chain(() -> pool.preparedQuery(ISSUE).execute(Tuple.of(tokens.hash(ticket), reader.userId())))
                .map(rows -> new TicketView(
                        ticket, rows.iterator().next().getOffsetDateTime(0).toInstant()));
    }

    /** Whose it is; it is spent with that. */
    public Uni<String> spend(String ticket) {
        return pool.preparedQuery(SPEND).execute(Tuple.of(tokens.hash(ticket))).map(Tickets::owner);
    }

    private static String owner(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_TICKET.because("It was used, or it is older than a minute; fetch another one.");
        }
        return rows.iterator().next().getString(0);
    }
}
