package club.panamia.liquibase;

import club.panamia.liquibase.migration.MigrationIndexParser;
import club.panamia.liquibase.migration.SqlScript;
import club.panamia.liquibase.session.AdvisoryLock;
import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.liquibase.session.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import liquibase.resource.ResourceAccessor;

/** Who may do what: {@code grants.sql}, applied as a whole, in one transaction, after each change of the schema. */
final class Grants {

    private static final String FILE = "db/grants.sql";

    /** The table, column, function, object or schema that a statement names is not there. */
    private static final Set<String> GONE = Set.of("42P01", "42703", "42883", "42704", "3F000");

    private Grants() {}

    /** For the newest schema: every line must hold. */
    static void apply(Connection connection, ResourceAccessor files) throws SQLException, IOException {
        inOneTransaction(connection, () -> script(files).run(connection));
    }

    /**
     * For a schema that was rolled back behind the file. Lines about what is gone are passed over, for what came back the
     * others hold again. The sweeping DO block that takes everything away is left out: a line that is passed over could not
     * give its other tables back.
     */
    static void applyToOlderSchema(Connection connection, ResourceAccessor files) throws SQLException, IOException {
        inOneTransaction(connection, () -> {
            var script = script(files);
            for (var statement : script.statements()) {
                if (!statement.startsWith("DO")) {
                    passOverIfGone(connection, script, statement);
                }
            }
        });
    }

    private static void passOverIfGone(Connection connection, SqlScript script, SqlScript.Statement statement)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            script.run(connection, statement);
        } catch (SchemaProblem problem) {
            if (!(problem.getCause() instanceof SQLException e) || !GONE.contains(e.getSQLState())) {
                throw problem;
            }
            connection.rollback(before);
        }
    }

    private static SqlScript script(ResourceAccessor files) throws IOException {
        return SqlScript.of("grants.sql", MigrationIndexParser.text(files, FILE), 1);
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static void inOneTransaction(Connection connection, Work work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            AdvisoryLock.GRANTS.holdUntilCommit(connection);
            Session.prepare(connection);
            work.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
