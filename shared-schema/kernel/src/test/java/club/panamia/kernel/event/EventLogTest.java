package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.house.Calls;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EventLogTest extends EventTestCase {

    @Test
    void recordsTheComponentsAsPayloadAndTheTypeBeside() {
        send("hola");

        var row = sql.rows("SELECT type, actor_id, payload::text, position FROM internal.event")
                .getFirst();
        assertThat(row.get("type")).isEqualTo("kernel.parcel.sent");
        assertThat(row.get("actor_id")).isEqualTo(ANA);
        assertThat(row.get("payload")).isEqualTo("{\"at\": \"2026-03-01T12:00:00Z\", \"name\": \"hola\"}");
        assertThat(row.get("position")).isNull();
    }

    @Test
    void recordsWhatNobodyDid() {
        Calls.await(() -> Panache.withTransaction(() -> events.record(null, Sent.of("hola"))));

        assertThat(sql.one(Boolean.class, "SELECT actor_id IS NULL FROM internal.event"))
                .isTrue();
    }

    @Test
    void tellsNobodyOfWhatWasRolledBack() {
        Supplier<Uni<Void>> work = () -> Panache.withTransaction(() -> events.record(ANA, Sent.of("hola"))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

        assertThatThrownBy(() -> Calls.await(work)).hasMessage("no");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isZero();
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatThrownBy(() -> Calls.await(() -> Panache.withSession(() -> events.record(ANA, Sent.of("hola")))))
                .hasMessageContaining("@WithTransaction");
    }
}
