package club.panamia.testing.database;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How the server goes about a statement, asked as the service's own role. */
public final class Plan {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Plan() {}

    /** The plan for exactly these values, a line per node. */
    public static String of(Pool pool, String sql, Tuple values) {
        return pool.preparedQuery("EXPLAIN " + sql)
                .execute(values)
                .map(Plan::text)
                .await()
                .atMost(LONGEST);
    }

    /** The plan that a server keeps for all values, as it does for statements that stay prepared. */
    public static String forAnyValues(Pool pool, String sql, Tuple values) {
        return pool.withTransaction(connection -> connection
                        .query("SET LOCAL plan_cache_mode = force_generic_plan")
                        .execute()
                        .chain(() -> connection.preparedQuery("EXPLAIN " + sql).execute(values))
                        .map(Plan::text))
                .await()
                .atMost(LONGEST);
    }

    private static String text(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
