package club.panamia.testing.seed;

import static java.util.stream.Collectors.joining;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            "DELETE FROM internal.mail_suppression",
            "DELETE FROM internal.webhook_call",
            "DELETE FROM internal.job",
            "DELETE FROM internal.provider_quota",
            "DELETE FROM internal.rate_limit",
            "DELETE FROM internal.idempotency_key",
            "DELETE FROM internal.oauth_client",
            "DELETE FROM internal.oauth_revocation",
            "DELETE FROM internal.subject_request",
            "DELETE FROM internal.media",
            "DELETE FROM internal.geocode",
            "DELETE FROM internal.profile_import",
            "DELETE FROM internal.tombstone",
            "DELETE FROM internal.inbox_activity",
            "DELETE FROM internal.wanted_post",
            "DELETE FROM internal.outgoing_activity",
            "DELETE FROM internal.peer",
            "DELETE FROM internal.server_rule",
            "DELETE FROM internal.trend_tag",
            "DELETE FROM internal.hidden_tag",
            "DELETE FROM internal.custom_emoji",
            "DELETE FROM internal.screenname_claim WHERE state <> 'reserved'");

    /** The domain's tables, and those of the house that refer to them or to one another of these. */
    private static final String EMPTIED = """
            WITH RECURSIVE emptied AS (
              SELECT t.oid FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
              UNION
              SELECT t.oid
                FROM emptied JOIN pg_constraint k ON k.confrelid = emptied.oid AND k.contype = 'f'
                JOIN pg_class t ON t.oid = k.conrelid AND t.relkind = 'r' AND t.relnamespace = 'internal'::regnamespace
            )
            SELECT oid::regclass::text FROM emptied
            """;

    /** A table beyond this is given a new file instead, so that dead rows do not pile up. */
    private static final int LARGE_BYTES = 1_000_000;

    /** How often one looks again: whoever still works for the test before may leave something meanwhile. */
    private static final int LOOKS = 10;

    private static final int ANSWER_SECONDS = 5;

    @Override
    public void beforeEach(ExtensionContext context) {
        try (var statement = Emptying.connection().createStatement()) {
            var tables = texts(statement, EMPTIED);
            for (var look = 0; look < LOOKS && empty(statement, tables); look++) {}
            statement.execute(String.join("; ", INTERNAL));
        } catch (SQLException e) {
            Emptying.forget();
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether there was anything to do. To delete the few rows of a test takes a tenth of the time of new files for all. */
    private static boolean empty(Statement statement, List<String> tables) throws SQLException {
        var filled = texts(statement, tables.stream().map(EmptyTables::filled).collect(joining(" UNION ALL ")));
        if (filled.isEmpty()) {
            return false;
        }
        var large = texts(statement, filled.stream().map(EmptyTables::large).collect(joining(" UNION ALL ")));
        if (Emptying.PASSES_TRIGGERS_BY && large.isEmpty()) {
            statement.execute(filled.stream()
                    .map("DELETE FROM %s"::formatted)
                    .collect(joining("; ", "BEGIN; SET LOCAL session_replication_role = replica; ", "; COMMIT")));
        } else {
            statement.execute("TRUNCATE " + String.join(", ", tables));
        }
        return true;
    }

    private static String filled(String table) {
        return "SELECT '%1$s' WHERE EXISTS (SELECT FROM %1$s)".formatted(table);
    }

    private static String large(String table) {
        return "SELECT '%1$s' WHERE pg_relation_size('%1$s') > %2$d".formatted(table, LARGE_BYTES);
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Known with the first test and not before: only then the class loader is that of the tests. */
    private static final class Emptying {

        static final Sql ADMIN = new Sql(TestDatabase.get().asAdmin(), null);

        /** Without its triggers a table can be emptied in any order; on a given server not everybody may do so. */
        static final boolean PASSES_TRIGGERS_BY =
                ADMIN.one(Boolean.class, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user");

        private static final Sql BY =
                PASSES_TRIGGERS_BY ? ADMIN : TestDatabase.get().sql();
        private static @Nullable Connection kept;

        private Emptying() {}

        /** The same for all tests: a new one would have to learn of every table again. */
        static synchronized Connection connection() throws SQLException {
            var known = kept;
            if (known == null || !known.isValid(ANSWER_SECONDS)) {
                known = BY.open();
                kept = known;
            }
            return known;
        }

        /** What failed half-way is not asked again. */
        static synchronized void forget() {
            kept = null;
        }
    }
}
