package club.panamia.testing.seed;

import club.panamia.testing.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test begins with nobody and nothing: {@code @ExtendWith(EmptyTables.class)}. The migrations' own rows stay. */
public final class EmptyTables implements BeforeEachCallback {

    /** Children first. Rows, not tables, are locked, so that the pumps of a running service are only made to wait. */
    private static final List<String> INTERNAL = List.of(
            "DELETE FROM internal.parked_event",
            "DELETE FROM internal.event_cursor",
            "DELETE FROM internal.event",
            "DELETE FROM internal.mail_outbox",
            "DELETE FROM internal.rate_limit",
            "DELETE FROM internal.idempotency_key",
            "DELETE FROM internal.screenname_claim WHERE state <> 'reserved'");

    @Override
    public void beforeEach(ExtensionContext context) {
        var sql = TestDatabase.get().sql();
        var tables = sql.one(
                String.class,
                "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables WHERE schemaname = 'public'");
        sql.run("TRUNCATE " + tables);
        INTERNAL.forEach(sql::run);
    }
}
