package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.house.Calls;
import club.panamia.testing.database.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestoredDatabase.class)
class RestoredDatabaseTest {

    private final Sql sql = RestoredDatabase.sql();

    @Inject
    EventLog events;

    @Inject
    EventPump pump;

    @Test
    void goesOnWhereTheDumpWasTaken() {
        Calls.await(() -> Panache.withTransaction(() -> events.record(null, Sent.of("parcel 11"))));

        pump.drain().await().atMost(Duration.ofSeconds(60));

        assertThat(sql.list(String.class, "SELECT name FROM contact_submissions"))
                .containsExactlyInAnyOrder(
                        "parcel 3", "parcel 6", "parcel 7", "parcel 8", "parcel 9", "parcel 10", "parcel 11");
        assertThat(sql.one(
                        Boolean.class,
                        "SELECT bool_and(later.position > earlier.position)"
                                + " FROM internal.event earlier JOIN internal.event later ON later.id > earlier.id"))
                .isTrue();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.parked_event"))
                .isZero();
    }
}
