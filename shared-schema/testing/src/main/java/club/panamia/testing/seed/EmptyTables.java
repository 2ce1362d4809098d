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
            "DELETE FROM internal.oauth_client",
            "DELETE FROM internal.oauth_revocation",
            "DELETE FROM internal.subject_request",
            "DELETE FROM internal.media",
            "DELETE FROM internal.geocode",
            "DELETE FROM internal.profile_import",
            "DELETE FROM internal.screenname_claim WHERE state <> 'reserved'");

    /** The domain's tables, and those of the house that refer to them. */
    private static final String EMPTIED = """
            t.relnamespace = 'public'::regnamespace OR EXISTS (
              SELECT FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
               WHERE k.conrelid = t.oid AND k.contype = 'f' AND p.relnamespace = 'public'::regnamespace
                 AND t.relnamespace = 'internal'::regnamespace)
            """;

    @Override
    public void beforeEach(ExtensionContext context) {
        var sql = TestDatabase.get().sql();
        var tables = sql.one(
                String.class,
                "SELECT string_agg(t.oid::regclass::text, ', ') FROM pg_class t WHERE t.relkind = 'r' AND (" + EMPTIED
                        + ")");
        sql.run("TRUNCATE " + tables);
        INTERNAL.forEach(sql::run);
    }
}
