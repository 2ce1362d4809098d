package club.panamia.testing.database;

import static club.panamia.testing.Eventually.eventually;

import java.time.Duration;

/** What PostgreSQL goes by when it chooses a plan. */
public final class Planner {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Planner() {}

    /**
     * These tables, separated by commas, are known as they are now: rows, sizes of indexes, and that all rows are seen by all. Until
     * the waiting list of a GIN index is emptied its use is thought to be dear, and until whoever was reading while the rows came has
     * ended, an index alone does not do. Both are right, and neither is so on a server that is older than a moment. (Pages that a table
     * was given and has no rows for yet are never said to be seen by all.)
     */
    public static void knows(String tables) {
        var sql = TestDatabase.get().sql();
        eventually("all rows are seen by all", LONGEST, () -> {
            sql.run("VACUUM " + tables);
            return sql.list(String.class, """
                            SELECT oid::regclass::text FROM pg_class
                             WHERE oid = ANY (CAST(string_to_array(?, ',') AS regclass[])) AND relallvisible < 0.9 * relpages - 2
                            """, tables).isEmpty();
        });
        // By itself: as a part of VACUUM it leaves what is known of indexes as it was before all these rows.
        sql.run("ANALYZE " + tables);
    }
}
