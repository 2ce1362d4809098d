package club.panamia.schema.id;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlIdTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void areUniqueAcrossConnections() {
        var start = Instant.now();

        var ids = Race.of(4, runner -> () -> sql.list(String.class, "SELECT pana_id() FROM generate_series(1, 25000)"))
                .stream()
                .flatMap(List::stream)
                .toList();

        var each = Duration.between(start, Instant.now()).dividedBy(ids.size()).toNanos() / 1000.0;
        System.getLogger(SqlIdTest.class.getName())
                .log(System.Logger.Level.INFO, "100,000 ids over four connections, {0} µs each", each);
        assertThat(new HashSet<>(ids)).hasSize(100_000);
        assertThat(ids).allMatch(id -> id.matches("p[0-9a-z]{23}"));
    }

    /** Ten base-36 digits after the letter are the microsecond in which the id was made. */
    @Test
    void holdTheMicrosecondOfTheirMaking() {
        var rows = sql.rows("""
                SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS before, pana_id() AS id,
                       (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS after
                FROM generate_series(1, 1000)""");

        assertThat(rows)
                .hasSize(1000)
                .allSatisfy(row -> assertThat(Long.parseLong(((String) row.get("id")).substring(1, 11), 36))
                        .isBetween((Long) row.get("before"), (Long) row.get("after")));
    }

    @Test
    void comeInTheOrderOfTheirMakingFromOneTransactionToTheNext() {
        var ids = IntStream.range(0, 50)
                .mapToObj(i -> sql.one(String.class, "SELECT pana_id()"))
                .toList();

        assertThat(ids).isSorted();
    }

    @Test
    void sortTheSameUnderEveryLocaleThatADatabaseMayHave() {
        var random = new Random(7);
        var ids = IntStream.range(0, 5000)
                .mapToObj(i -> "p"
                        + random.ints(23, 0, 36)
                                .mapToObj(digit -> Integer.toString(digit, 36))
                                .reduce("", String::concat))
                .toArray(String[]::new);
        var collations = sql.list(String.class, """
                SELECT quote_ident(collname) FROM pg_collation
                WHERE collname IN ('default', 'en-x-icu', 'es-x-icu', 'und-x-icu', 'en_US.utf8', 'C.utf8')""");

        assertThat(collations).contains("\"default\"").hasSizeGreaterThan(1);
        for (var collation : collations) {
            assertThat(sql.one(Long.class, """
                            SELECT count(*) FROM (
                              SELECT row_number() OVER (ORDER BY id COLLATE %s) AS here, row_number() OVER (ORDER BY id COLLATE "C") AS c
                              FROM unnest(?::text[]) id) x WHERE here <> c""".formatted(collation), (Object) ids))
                    .as(collation)
                    .isZero();
        }
    }
}
