package club.panamia.engagement.live.ticket;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What opens one stream, once, within a minute, for whoever cannot send a cookie or a header with it. */
@ApplicationScoped
class Tickets {

    private static final int AN_HOUR = 240;

    private static final String ISSUE = """
            WITH over AS (DELETE FROM internal.stream_ticket WHERE user_id = $2 AND expires_at <= now())
            INSERT INTO internal.stream_ticket (ticket_hash, user_id, expires_at)
            VALUES ($1, $2, now() + interval '1 minute')
            RETURNING expires_at
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
}
