package club.panamia.ops.quota;

import club.panamia.kernel.guarded.GuardedAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A bucket of calls for each thing that a provider limits, filled by what its answers tell, in the database, so that all processes
 * draw from one. A fifth stays in it, for others who use the same key.
 */
@ApplicationScoped
public class Quotas {

    /** What is not known yet, or any more, allows one call: its answer tells the rest. When it is lost, one more a minute later. */
    private static final String TAKE = """
            WITH taken AS (
              INSERT INTO internal.provider_quota AS known (name, most, remaining, resets_at)
              VALUES ($1, 1, 0, now() + interval '1 minute')
              ON CONFLICT (name) DO UPDATE SET
                remaining = CASE WHEN known.resets_at > now() THEN known.remaining - 1 ELSE known.most / 5 END,
                resets_at = CASE WHEN known.resets_at > now() THEN known.resets_at ELSE now() + interval '1 minute' END
               WHERE known.resets_at <= now() OR known.remaining > ceil(known.most / 5.0)
              RETURNING name
            )
            SELECT (SELECT count(*) FROM taken) > 0 AS taken,
                   coalesce((SELECT extract(epoch FROM resets_at - now()) FROM internal.provider_quota WHERE name = $1), 0)::float8
                     AS wait
            """;

    private static final String LEARN = """
            INSERT INTO internal.provider_quota (name, most, remaining, resets_at)
            VALUES ($1, $2, $3, now() + make_interval(secs => $4))
            ON CONFLICT (name) DO UPDATE SET
              most = excluded.most, remaining = excluded.remaining, resets_at = excluded.resets_at
            """;

    private static final String ALL =
            "SELECT name, most, remaining, resets_at, updated_at FROM internal.provider_quota ORDER BY name";

    private final Pool pool;

    Quotas(Pool pool) {
        this.pool = pool;
    }

    /** Takes one call; fails with {@link OutOfQuota} when no more than the fifth is left. */
    public Uni<Void> take(String name) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(name))
                .invoke(rows -> require(name, rows.iterator().next()))
                .replaceWithVoid();
    }

    /** Believes what the answer says. */
    public Uni<Void> learn(String name, GuardedAnswer answer) {
        return Allowance.of(answer)
                .map(told -> pool.preparedQuery(LEARN)
                        .execute(Tuple.of(name, told.most(), told.remaining(), (double) told.resetsIn()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** All that is known, by name. */
    public Uni<List<QuotaView>> all() {
        return pool.query(ALL)
                .mapping(QuotaView::of)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** The fifth that is not ours. */
    static int kept(int most) {
        return Math.ceilDiv(most, 5);
    }

    private static void require(String name, Row row) {
        if (!row.getBoolean("taken")) {
            throw new OutOfQuota(name, Duration.ofMillis(Math.max(1, (long) Math.ceil(row.getDouble("wait") * 1000))));
        }
    }
}
