package club.panamia.schema.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.Lines;
import club.panamia.schema.fixture.MinimalRows;
import club.panamia.schema.fixture.RolledBack;
import club.panamia.testing.database.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database refuses rows that are not true; each CHECK is broken at least once, starting from a row that keeps them all. */
class ChecksTest {

    private static final Pattern LONG = Pattern.compile(":long\\((\\d+)\\)");

    private static RolledBack transaction;

    record Untruth(String table, String change, String constraint) {

        static Untruth of(String line) {
            var columns = line.split("\\s+\\|\\s+");
            return new Untruth(columns[0], columns[1], columns[2]);
        }

        String statement() {
            var sql = change.startsWith("INSERT ")
                    ? "INSERT INTO " + table + change.substring("INSERT".length())
                    : "UPDATE %s SET %s".formatted(table, change);
            return LONG.matcher(MinimalRows.withParents(sql)).replaceAll("repeat('x', $1)");
        }
    }

    static List<Untruth> untruths() {
        return Lines.of(ChecksTest.class, "checks.txt").stream()
                .map(Untruth::of)
                .toList();
    }

    @BeforeAll
    static void givenOneTrueRowEverywhere() {
        transaction = new RolledBack(TestDatabase.get().sql());
        MinimalRows.insertEverywhere(transaction);
    }

    @AfterAll
    static void close() {
        transaction.close();
    }

    @ParameterizedTest
    @MethodSource("untruths")
    void areBroken(Untruth untruth) {
        var refusal = transaction.refusal(untruth.statement());

        assertThat(refusal).as(untruth.statement()).isNotNull();
        assertThat(refusal.constraint()).isEqualTo(untruth.constraint());
        assertThat(refusal.state()).as("a check or an exclusion").isIn("23514", "23P01");
    }

    @Test
    void areAllInTheTable() {
        var known = untruths().stream().map(Untruth::constraint).toList();

        assertThat(TestDatabase.get().sql().list(String.class, """
                        SELECT conname::text FROM pg_constraint
                        WHERE contype IN ('c', 'x') AND connamespace IN ('public'::regnamespace, 'internal'::regnamespace)"""))
                .isNotEmpty()
                .isSubsetOf(known);
    }
}
