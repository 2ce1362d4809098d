package club.panamia.kernel.event;

import club.panamia.kernel.house.Calls;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests of the event log say: this was sent, pump now, these parcels are there. */
abstract class EventTestCase {

    static final String ANA = "pana-user-ana";

    final Sql sql = TestDatabase.get().sql();

    @Inject
    EventLog events;

    @Inject
    EventPump pump;

    @Inject
    StoreParcelWhenSent handler;

    @AfterEach
    void endTrouble() {
        handler.meetNoTrouble();
    }

    void send(String... names) {
        for (var name : names) {
            Calls.await(() -> Panache.withTransaction(() -> events.record(ANA, Sent.of(name))));
        }
    }

    int pump() {
        return pump.drain().await().atMost(Duration.ofSeconds(60));
    }

    /** As the timer does it: a pool may still hand out a connection whose end it has not noticed, and that look fails. */
    void pumpUntilTheDatabaseAnswers() {
        pump.drain().onFailure().retry().atMost(10).await().atMost(Duration.ofSeconds(60));
    }

    /** In the order in which they were handled. */
    List<String> parcels() {
        return sql.list(String.class, "SELECT name FROM contact_submissions ORDER BY id");
    }

    List<String> parked() {
        return sql.list(
                String.class,
                "SELECT e.payload->>'name' FROM internal.parked_event p JOIN internal.event e ON e.id = p.event_id"
                        + " WHERE p.consumer = 'kernel' ORDER BY e.position");
    }

    String idOf(String name) {
        return sql.one(String.class, "SELECT id FROM internal.event WHERE payload->>'name' = ?", name);
    }
}
