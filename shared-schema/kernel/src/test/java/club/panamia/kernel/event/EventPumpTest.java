package club.panamia.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EventPumpTest extends EventTestCase {

    @Inject
    Pool pool;

    @Test
    void handlesEveryEventOnceInTheOrderOfTheLog() {
        send("one", "two", "three");

        assertThat(pump()).isEqualTo(3);
        assertThat(pump()).isZero();

        assertThat(parcels()).containsExactly("one", "two", "three");
    }

    @Test
    void passesEventsThatNobodyHereWaitsFor() {
        sql.run("INSERT INTO internal.event (type, payload) VALUES ('other.thing.happened', '{}')");
        send("hola");

        assertThat(pump()).isEqualTo(2);

        assertThat(parcels()).containsExactly("hola");
    }

    @Test
    void doesNotSkipTheEarlierEventOfASlowWriter() throws SQLException {
        try (var slow = sql.open()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute(
                            "INSERT INTO internal.event (type, payload) VALUES ('kernel.parcel.sent', '{\"name\": \"slow\"}')");
            send("fast");
            pump();
            assertThat(parcels()).containsExactly("fast");

            slow.commit();
        }
        pump();

        assertThat(parcels()).containsExactly("fast", "slow");
        assertThat(idOf("slow")).isLessThan(idOf("fast"));
    }

    @Test
    void waitsForNobodysOpenTransaction() throws SQLException {
        try (var stranger = sql.open();
                var another = new Sql(TestDatabase.get().asAdmin(), null).open()) {
            stranger.setAutoCommit(false);
            stranger.createStatement().execute("INSERT INTO newsletter_signups (email) VALUES ('ana@example.org')");
            another.setAutoCommit(false);
            another.createStatement().execute("CREATE TEMP TABLE t AS SELECT txid_current()");

            send("hola");
            pump();

            assertThat(parcels()).containsExactly("hola");
        }
    }

    @Test
    void parksTheEventThatFailsAndGoesOn() {
        handler.meet(
                name -> name.startsWith("bad") ? failure() : Uni.createFrom().voidItem());
        send("one", "bad", "two", "bad too", "three");

        pump();

        assertThat(parcels()).containsExactly("one", "two", "three");
        assertThat(parked()).containsExactly("bad", "bad too");
    }

    @Test
    void parksTheEventWhoseRowsTheDatabaseRefusesAtTheEnd() {
        // Shorter than the table's CHECK allows; the session writes it only when it flushes.
        send("one", "x", "two");

        pump();

        assertThat(parcels()).containsExactly("one", "two");
        assertThat(parked()).containsExactly("x");
    }

    @Test
    void parksTheEventWhoseHandlerThrowsAtOnce() {
        handler.meet(name -> {
            throw new IllegalStateException("thrown, not failed");
        });
        send("one");

        pump();

        assertThat(parked()).containsExactly("one");
        assertThat(sql.one(String.class, "SELECT error FROM internal.parked_event"))
                .contains("thrown, not failed");
    }

    @Test
    void repeatsNothingVisibleWhenKilledBetweenHandlingAndCommit() {
        var killed = new AtomicBoolean();
        handler.meet(name -> name.equals("last") && killed.compareAndSet(false, true)
                ? killTheBackendAtWork()
                : Uni.createFrom().voidItem());
        send("first", "last");

        pumpUntilTheDatabaseAnswers();

        assertThat(killed).isTrue();
        assertThat(parcels()).containsExactly("first", "last");
        assertThat(parked()).isEmpty();
    }

    private static Uni<Void> failure() {
        return Uni.createFrom().failure(new IllegalStateException("this one fails"));
    }

    /** From another connection: the one that has handled everything and is about to commit. */
    private Uni<Void> killTheBackendAtWork() {
        return Panache.flush()
                .chain(() -> pool.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                + " WHERE usename = session_user AND state = 'idle in transaction'")
                        .execute())
                .invoke(rows -> assertThat(rows.rowCount()).isEqualTo(1))
                .replaceWithVoid();
    }
}
