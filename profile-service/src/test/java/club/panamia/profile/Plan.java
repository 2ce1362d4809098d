package club.panamia.profile;

import club.panamia.testing.database.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How the server goes about a statement, asked as the service's own role on tables that are worth an index. */
public final class Plan {

    private Plan() {}

    /** The plan for exactly these values, a line per node. */
    public static String of(Pool pool, String sql, Tuple values) {
        var rows = pool.preparedQuery("EXPLAIN " + sql).execute(values).await().atMost(Duration.ofSeconds(20));
        return text(rows);
    }

    /** The plan that a server keeps for all values, as it does for statements that stay prepared. */
    public static String forAnyValues(Pool pool, String sql, Tuple values) {
        return pool.withTransaction(connection -> connection
                        .query("SET LOCAL plan_cache_mode = force_generic_plan")
                        .execute()
                        .chain(() -> connection.preparedQuery("EXPLAIN " + sql).execute(values))
                        .map(Plan::text))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    /** Five thousand people with a profile each: nearly nine in ten are approved, one in a hundred waits. */
    public static void seedProfiles() {
        var sql = TestDatabase.get().sql();
        sql.run("""
                INSERT INTO users (email, email_verified, screenname, name)
                SELECT 'person' || n || '@example.org', now(), 'person-' || n, 'Person ' || n FROM generate_series(1, 5000) n
                """);
        sql.run("""
                INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at, descriptions, categories, counties)
                SELECT u.id, u.email,
                       initcap(s[n % 20 + 1] || s[n / 20 % 20 + 1] || s[n % 7 + 1]) || ' '
                         || initcap(s[n / 7 % 20 + 1] || s[n / 400 + 1] || s[n % 11 + 1]),
                       (CASE WHEN n % 100 = 0 THEN 'submitted' WHEN n % 10 = 1 THEN 'draft' ELSE 'approved' END)::profile_status,
                       n % 100 <> 0 AND n % 10 <> 1, now() - n * interval '1 minute', now(),
                       jsonb_build_object('tags', 'tag' || n, 'details', (
                         SELECT string_agg(s[n * k % 20 + 1] || s[n * k * k % 19 + 1] || s[(n + k) % 17 + 1], ' ')
                           FROM generate_series(1, 30) k)),
                       jsonb_build_object((ARRAY['art', 'food', 'music', 'tech', 'venue', 'clothing'])[n % 6 + 1], true),
                       jsonb_build_object((ARRAY['broward', 'palm_beach', 'miami_dade'])[n % 3 + 1], true)
                  FROM (SELECT id, email, substring(email FROM '[0-9]+')::int AS n FROM users) u,
                       string_to_array('ma ri so lu na del car men ta vi ro san che bo pe lo qui zar fe gon', ' ') s
                """);
        // Until a vacuum has emptied the waiting list of a GIN index, its use is rightly thought to be dear.
        sql.run("VACUUM (ANALYZE) users");
        sql.run("VACUUM (ANALYZE) profiles");
    }

    private static String text(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
