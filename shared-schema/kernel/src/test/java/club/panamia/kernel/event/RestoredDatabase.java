package club.panamia.kernel.event;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.PostgresUrl;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * A database whose log came from another one as a logical dump brings it: rows by COPY in new transactions, the sequence by
 * setval. Ten events are in the log, numbered but for the last two; the consumer has handled the first five and parked one.
 */
public class RestoredDatabase implements QuarkusTestResourceLifecycleManager, QuarkusTestProfile {

    private static final List<String> TABLES =
            List.of("internal.event", "internal.event_cursor", "internal.parked_event");

    @Override
    public Map<String, String> start() {
        var database = TestDatabase.get();
        var from = database.sql();
        writeHistory(from);
        new Sql(database.asAdmin(), null).run("CREATE DATABASE " + restored().database());
        SchemaInstaller.install(restored(), role -> database.as(role).password());
        try {
            copy(from, sql());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("quarkus.datasource.reactive.url", restored().reactive());
    }

    @Override
    public void stop() {
        new Sql(TestDatabase.get().asAdmin(), null)
                .run("DROP DATABASE " + restored().database() + " WITH (FORCE)");
    }

    /** After the kit's own resource, so that this address wins. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RestoredDatabase.class));
    }

    /** Statements on the restored database. */
    static Sql sql() {
        var migrator = TestDatabase.get().as("pana_migrator");
        return new Sql(restored().withUser(migrator.user(), migrator.password()), "pana_owner");
    }

    private static PostgresUrl restored() {
        var original = TestDatabase.get().asAdmin();
        return original.withDatabase(original.database() + "_restored");
    }

    private static void writeHistory(Sql sql) {
        TABLES.reversed().forEach(table -> sql.run("DELETE FROM " + table));
        sql.run("INSERT INTO internal.event (type, payload, position)"
                + " SELECT 'kernel.parcel.sent', jsonb_build_object('name', 'parcel ' || n), CASE WHEN n <= 8 THEN nextval('internal.event_position') END"
                + " FROM generate_series(1, 10) n");
        sql.run("INSERT INTO internal.event_cursor (consumer, position)"
                + " SELECT 'kernel', position FROM internal.event WHERE payload->>'name' = 'parcel 5'");
        sql.run(
                "INSERT INTO internal.parked_event (consumer, event_id, next_attempt_at, error)"
                        + " SELECT 'kernel', id, now(), 'failed before' FROM internal.event WHERE payload->>'name' = 'parcel 3'");
    }

    private static void copy(Sql from, Sql to) throws SQLException, IOException {
        try (var source = from.open();
                var target = to.open()) {
            var copyOut = source.unwrap(PGConnection.class).getCopyAPI();
            var copyIn = target.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                var rows = new ByteArrayOutputStream();
                copyOut.copyOut("COPY " + table + " TO STDOUT", rows);
                copyIn.copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            }
        }
        var last = from.one(Long.class, "SELECT last_value FROM internal.event_position");
        to.one(Long.class, "SELECT setval('internal.event_position', ?)", last);
    }
}
