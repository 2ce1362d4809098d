package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.house.Calls;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OldEventsTest extends EventTestCase {

    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    OldEvents oldEvents;

    @Test
    void goOnceEverybodyHasPassedThemAndTheirTimeIsOver() {
        send("old", "young");
        pump();
        age("old");

        assertThat(prune()).isEqualTo(1);

        assertThat(left()).containsExactly("young");
    }

    @Test
    void stayWhileAConsumerHasNotComeToThem() {
        send("old");
        pump();
        age("old");
        sql.run("INSERT INTO internal.event_cursor (consumer) VALUES ('slow-service')");

        assertThat(prune()).isZero();
    }

    @Test
    void stayWhileNobodyHasReadAnything() {
        send("old");
        age("old");

        assertThat(prune()).isZero();
    }

    @Test
    void stayWhileTheyAreParked() {
        handler.meet(name -> Uni.createFrom().failure(new IllegalStateException("this one fails")));
        send("old");
        pump();
        age("old");

        assertThat(prune()).isZero();
        assertThat(parked()).containsExactly("old");
    }

    private void age(String name) {
        sql.run("UPDATE internal.event SET created_at = now() - interval '31 days' WHERE id = ?", idOf(name));
    }

    private int prune() {
        return Calls.await(() -> oldEvents.prune(MONTH));
    }

    private List<String> left() {
        return sql.list(String.class, "SELECT payload->>'name' FROM internal.event ORDER BY id");
    }
}
