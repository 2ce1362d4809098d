package club.panamia.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BrokenTransactionTest {

    @Inject
    ShakyDoor door;

    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void closed() {
        door.begun.set(0);
    }

    @Test
    void isBegunAnewAndStoresOnce() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> door.store(3));

        assertThat(door.begun).hasValue(4);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isGivenUpAfterThreeSecondsWithNothingStored() {
        var start = Instant.now();

        var failure = catchThrowable(() -> VertxContextSupport.subscribeAndAwait(() -> door.store(Integer.MAX_VALUE)));

        assertThat(LostConnection.isBehind(failure)).isTrue();
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        assertThat(door.begun).hasValueGreaterThan(5);
        assertThat(stored()).isZero();
    }

    @Test
    void isNotRepeatedOnceItsCommitMayHaveBeenSent() {
        var failure = catchThrowable(() -> VertxContextSupport.subscribeAndAwait(door::storeAndLeaveOpen));

        assertThat(LostConnection.isBehind(failure)).isTrue();
        assertThat(door.begun).hasValue(1);
        assertThat(stored()).isZero();
    }

    private int stored() {
        return sql.list(Integer.class, "SELECT 1 FROM contact_submissions WHERE name = 'shaky'")
                .size();
    }
}
