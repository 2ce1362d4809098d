package club.panamia.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** What @paralleldrive/cuid2's isCuid asks for: a letter, then letters and digits, 2 to 32 characters. */
    private static final Pattern CUID2 = Pattern.compile("^[a-z][0-9a-z]{1,31}$");

    @Test
    void givesAMillionDifferentIdsToSeveralThreads() {
        var batches = Race.of(4, i -> (Callable<List<String>>) () -> {
            var ids = new ArrayList<String>();
            for (var n = 0; n < 250_000; n++) {
                ids.add(Ids.next());
            }
            return ids;
        });

        var all = new HashSet<String>();
        for (var batch : batches) {
            assertThat(batch).isSorted();
            all.addAll(batch);
        }
        assertThat(all)
                .hasSize(1_000_000)
                .allMatch(id -> id.length() == 24 && CUID2.matcher(id).matches());
    }

    @Test
    void keepsRisingWhileTheClockStandsOrStepsBack() {
        var clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
        var ids = new Ids(clock);

        var made = new ArrayList<String>();
        for (var i = 0; i < 1000; i++) {
            made.add(ids.make());
        }
        clock.now.set(Instant.parse("2026-11-22T11:00:00Z"));
        for (var i = 0; i < 1000; i++) {
            made.add(ids.make());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void agreesWithTheDatabaseToTheMicrosecond() {
        var instant = Instant.parse("2026-11-22T12:34:56.789012Z");
        var id = new Ids(Clock.fixed(instant, ZoneOffset.UTC)).make();
        var sql = TestDatabase.get().sql();

        assertThat(microsOf(id)).isEqualTo(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
        for (var row : sql.rows(
                "SELECT pana_id() AS id, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now FROM generate_series(1, 100)")) {
            assertThat((long) row.get("now") - microsOf((String) row.get("id"))).isBetween(0L, 100_000L);
        }
    }

    @Test
    void sortsInPostgresAsInJava() {
        var sql = TestDatabase.get().sql();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 500; i++) {
            ids.add(Ids.next());
            ids.add(sql.one(String.class, "SELECT pana_id()"));
        }

        var sorted = sql.list(String.class, "SELECT id FROM unnest(?::text[]) AS id ORDER BY id", (Object)
                ids.toArray(new String[0]));

        assertThat(sorted).isEqualTo(ids.stream().sorted().toList());
    }

    private static long microsOf(String id) {
        return Long.parseLong(id.substring(1, 11), 36);
    }

    private static final class SettableClock extends Clock {
        private final AtomicReference<Instant> now;

        SettableClock(Instant start) {
            now = new AtomicReference<>(start);
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
