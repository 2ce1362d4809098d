package club.panamia.liquibase.session;

import java.sql.Connection;
import java.sql.SQLException;

/** What holds on the connection while a migration runs, whoever it was opened as. */
public final class Session {

    /** Long enough for a busy table, short enough that waiting readers do not queue up behind us. */
    static final String LOCK_TIMEOUT = "5s";

    static final String STATEMENT_TIMEOUT = "10min";

    private Session() {}

    /** Set anew around each file, so that what one file sets does not leak into the next. */
    public static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET ROLE pana_owner");
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET search_path = " + searchPath(connection));
            statement.execute("SET lock_timeout = '" + LOCK_TIMEOUT + "'");
            statement.execute("SET statement_timeout = '" + STATEMENT_TIMEOUT + "'");
        }
    }

    /** Refuses a connection that cannot act as the schema's owner, and says who can. */
    public static void refuseStrangers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT session_user, pg_has_role(session_user, oid, 'SET')
                        FROM pg_roles WHERE rolname = 'pana_owner'""")) {
            if (!rows.next()) {
                throw new SchemaProblem(
                        "This server has no role pana_owner yet; run bin/migrate roles first, as an administrator.");
            }
            if (!rows.getBoolean(2)) {
                throw new SchemaProblem(
                        "%s may not act as pana_owner; migrate as pana_migrator.".formatted(rows.getString(1)));
            }
        }
    }

    /** A killed migrator's statement ends within seconds instead of holding its locks until it is done. */
    public static void endWithItsClient(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ BEGIN
                      SET client_connection_check_interval = '2s';
                    EXCEPTION WHEN invalid_parameter_value THEN
                      NULL;  -- a server on a platform that cannot watch its sockets
                    END $$""");
        }
    }

    /** Managed hosts keep extensions in a schema of that name; elsewhere they are in public. */
    private static String searchPath(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = 'extensions'")) {
            return rows.next() ? "public, internal, extensions" : "public, internal";
        }
    }
}
