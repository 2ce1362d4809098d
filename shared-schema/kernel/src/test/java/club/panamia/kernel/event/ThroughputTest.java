package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ThroughputTest extends EventTestCase {

    private static final int EVENTS = 5000;

    @Test
    void drainsABusyLogWithoutPause() {
        sql.run(
                "INSERT INTO internal.event (type, payload)"
                        + " SELECT 'kernel.parcel.sent', jsonb_build_object('name', 'parcel ' || n) FROM generate_series(1, ?) n",
                EVENTS);

        var start = Instant.now();
        var handled = pump();
        var seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;

        System.out.printf("events handled, each writing a row: %.0f per second%n", EVENTS / seconds);
        assertThat(handled).isEqualTo(EVENTS);
        assertThat(parcels()).hasSize(EVENTS);
    }
}
