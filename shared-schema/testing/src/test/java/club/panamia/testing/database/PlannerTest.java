package club.panamia.testing.database;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.panamia.testing.seed.EmptyTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyTables.class)
class PlannerTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void knowsOfRowsOnceWhoeverWasReadingMeanwhileHasEnded() throws SQLException {
        var pages = of("relpages");
        try (var reader = sql.open()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.createStatement().execute("SELECT FROM users");
            sql.run("INSERT INTO users (email) SELECT 'p' || n || '@example.org' FROM generate_series(1, 5000) n");

            var known = CompletableFuture.runAsync(() -> Planner.knows("users, profiles"));

            eventually("a vacuum has been there", LONGEST, () -> of("relpages") > pages);
            assertThat(of("relallvisible")).isLessThan(of("relpages") / 2);
            assertThat(known).isNotDone();
            reader.rollback();
            known.join();
        }
        assertThat(of("relallvisible")).isCloseTo(of("relpages"), within(3));
        assertThat(sql.one(Integer.class, "SELECT reltuples::int FROM pg_class WHERE relname = 'users_pkey'"))
                .isEqualTo(5000);
    }

    private int of(String figure) {
        return sql.one(Integer.class, "SELECT %s FROM pg_class WHERE oid = 'users'::regclass".formatted(figure));
    }
}
