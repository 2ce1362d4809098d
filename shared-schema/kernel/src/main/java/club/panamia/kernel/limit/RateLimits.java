package club.panamia.kernel.limit;

import club.panamia.kernel.database.LostConnection;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Counts attempts per bucket and subject in windows that begin with the first attempt. Each count is a statement of its own,
 * committed at once: a refusal that rolls the caller's transaction back does not give the attempt back.
 */
@ApplicationScoped
public class RateLimits {

    private static final String TAKE = """
            INSERT INTO internal.rate_limit AS known (key, window_start, window_end, used)
            VALUES ($1, now(), now() + make_interval(secs => $2), 1)
            ON CONFLICT (key) DO UPDATE SET
              used         = CASE WHEN known.window_end <= now() THEN 1 ELSE least(known.used, $3) + 1 END,
              window_start = CASE WHEN known.window_end <= now() THEN now() ELSE known.window_start END,
              window_end   = CASE WHEN known.window_end <= now() THEN excluded.window_end ELSE known.window_end END
            RETURNING used, extract(epoch FROM window_end - now())::float8
            """;

    private static final String PURGE = "DELETE FROM internal.rate_limit WHERE window_end <= now()";

    private final Pool pool;
    private final Tokens tokens;

    RateLimits(Pool pool, Tokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /**
     * Takes one of {@code limit} attempts per {@code window}; fails with 429 and Retry-After when none is left. Call it before
     * the transaction begins: inside, it would hold a second connection. The subject (an address, a user) is kept hashed.
     */
    public Uni<Void> take(String bucket, String subject, int limit, Duration window) {
        var key = bucket + ":" + tokens.hash(bucket + ":" + subject);
        return LostConnection.survive(
                        () -> pool.preparedQuery(TAKE).execute(Tuple.of(key, window.toMillis() / 1000.0, limit)))
                .invoke(rows -> refuseBeyond(limit, rows.iterator().next()))
                .replaceWithVoid();
    }

    /** Forgets every window that is over; a job calls it. */
    public Uni<Integer> purge() {
        return pool.query(PURGE).execute().map(RowSet::rowCount);
    }

    private static void refuseBeyond(int limit, Row row) {
        if (row.getInteger(0) > limit) {
            throw tooMany(Duration.ofMillis((long) Math.ceil(row.getDouble(1) * 1000)));
        }
    }

    private static Problem tooMany(Duration wait) {
        return CommonProblem.TOO_MANY
                .because("You have tried this too often; wait a little.")
                .retryAfter(wait);
    }
}
