package club.panamia.schema.contract;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.MinimalRows;
import club.panamia.schema.fixture.RolledBack;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryTableTest {

    private static RolledBack transaction;

    @BeforeAll
    static void rowsInAllTables() {
        transaction = new RolledBack(TestDatabase.get().sql());
        MinimalRows.insert(transaction);
    }

    @AfterAll
    static void noRows() {
        transaction.close();
    }

    static List<String> tables() {
        return TestDatabase.get()
                .sql()
                .list(String.class, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void movesUpdatedAtWhoeverWrites(String table) {
        var before = "(SELECT max(updated_at) FROM %s)".formatted(table);

        var moved = transaction.list(
                Boolean.class,
                "UPDATE %s SET created_at = created_at RETURNING updated_at > %s".formatted(table, before));

        assertThat(moved).isNotEmpty().containsOnly(true);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givesARowItsId(String table) {
        var ids = transaction.list(
                String.class, "SELECT %s FROM %s".formatted(table.equals("sessions") ? "public_id" : "id", table));

        assertThat(ids).isNotEmpty().allMatch(id -> id.matches("[a-z][a-z0-9]{23}"));
    }
}
