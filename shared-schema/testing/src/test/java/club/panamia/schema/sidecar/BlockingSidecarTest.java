package club.panamia.schema.sidecar;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sidecar can take locks on what it may refer to or delete, and switch its own timeouts off. It holds up nobody for long. */
@ExtendWith(EmptyTables.class)
class BlockingSidecarTest {

    private static final String END_BLOCKING = "SELECT count(*) FROM internal.end_blocking_sidecars(?::interval)";

    private final Sql ops = TestDatabase.get().sqlAs("pana_ops");
    private final Sql auth = TestDatabase.get().sqlAs("pana_auth");
    private final SidecarApp app = SidecarApp.trusted();
    private Person ana;
    private Connection holder;

    @BeforeEach
    void givenASidecarWithoutTimeouts() throws SQLException {
        ana = new Seed().person("ana");
        holder = app.sql().open();
        holder.setAutoCommit(false);
        run("SET idle_in_transaction_session_timeout = 0");
    }

    @AfterEach
    void close() throws SQLException {
        holder.close();
        app.close();
    }

    @Test
    void letsOthersReadWhileItMakesAForeignKey() throws SQLException {
        run("CREATE TABLE grip (id text REFERENCES public.users)");

        assertThat(auth.one(Long.class, "SELECT count(*) FROM users")).isOne();
        assertThat(ops.one(Long.class, END_BLOCKING, "0 seconds")).isZero();
        assertThat(holder.isValid(5)).isTrue();
    }

    @Test
    void isEndedWhereAServiceWaitsToWrite() throws SQLException {
        run("CREATE TABLE grip (id text REFERENCES public.users)");

        endsTheHolderOf(() -> auth.run("UPDATE users SET name = 'Ana' WHERE id = ?", ana.id()));

        assertThat(auth.one(String.class, "SELECT name FROM users")).isEqualTo("Ana");
    }

    /** Whoever may delete from a table may lock it as a whole, and sessions are asked for with every request. */
    @Test
    void isEndedWhereEverySessionWaits() throws SQLException {
        run("LOCK TABLE public.sessions IN ACCESS EXCLUSIVE MODE");

        endsTheHolderOf(
                () -> auth.one(String.class, "SELECT user_id FROM internal.session_actor(?)", ana.sessionToken()));
    }

    private void endsTheHolderOf(Runnable work) throws SQLException {
        var waiting = CompletableFuture.runAsync(work);
        eventually("the service waits", Duration.ofSeconds(10), BlockingSidecarTest::somebodyWaits);
        assertThat(ops.one(Long.class, END_BLOCKING, "1 hour")).isZero();

        assertThat(ops.one(Long.class, END_BLOCKING, "0 seconds")).isOne();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        assertThat(holder.isValid(5)).isFalse();
    }

    private static boolean somebodyWaits() {
        return new Sql(TestDatabase.get().asAdmin(), null)
                .one(Boolean.class, "SELECT EXISTS (SELECT FROM pg_locks WHERE waitstart < clock_timestamp())");
    }

    private void run(String sql) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }
}
