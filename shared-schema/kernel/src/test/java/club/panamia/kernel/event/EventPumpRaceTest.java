package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EventPumpRaceTest extends EventTestCase {

    private static final int WRITERS = 4;
    private static final int PUMPS = 3;
    private static final int TRANSACTIONS = 40;
    private static final int EVENTS = 5;

    @Test
    void pumpsAtOnceHandleEachEventOnceWhileOthersWrite() {
        var all = WRITERS * TRANSACTIONS * EVENTS;

        var done = Race.of(WRITERS + PUMPS, runner -> runner < WRITERS ? writer(runner) : pumpUntil(all));

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * all);
        assertThat(parcels()).hasSize(all).doesNotHaveDuplicates();
        assertThat(sql.one(Long.class, "SELECT count(DISTINCT position) FROM internal.event"))
                .isEqualTo(all);
        assertThat(parked()).isEmpty();
    }

    /** Transactions of a few events, which overlap with those of the others. */
    private Callable<Integer> writer(int writer) {
        return () -> {
            try (var connection = sql.open()) {
                connection.setAutoCommit(false);
                for (var transaction = 0; transaction < TRANSACTIONS; transaction++) {
                    write(connection, "%d-%d-".formatted(writer, transaction));
                }
            }
            return TRANSACTIONS * EVENTS;
        };
    }

    private static void write(java.sql.Connection connection, String prefix) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO internal.event (type, payload)"
                + " VALUES ('kernel.parcel.sent', jsonb_build_object('name', ?::text))")) {
            for (var event = 0; event < EVENTS; event++) {
                insert.setString(1, prefix + event);
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    private Callable<Integer> pumpUntil(int all) {
        return () -> {
            var end = Instant.now().plus(Duration.ofSeconds(60));
            var handled = 0;
            while (parcels().size() < all && Instant.now().isBefore(end)) {
                handled += pump();
            }
            return handled;
        };
    }
}
