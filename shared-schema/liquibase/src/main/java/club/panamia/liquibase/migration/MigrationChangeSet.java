package club.panamia.liquibase.migration;

import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.liquibase.session.Session;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.RollbackFailedException;

/**
 * A migration that commits together with its row in {@code databasechangelog}.
 *
 * <p>Liquibase's own change set commits its SQL first and the row afterwards: a migrator killed in between leaves a
 * migration that is applied but not known to be, and the next run fails on it. Here nothing is committed before
 * Liquibase's visitor has written (or deleted) the row, which it does next. A file that asks to run outside a transaction
 * cannot have that, and must be written so that it can be run again.
 */
public final class MigrationChangeSet extends ChangeSet {

    /** Part of Liquibase's identity for a change set. One for all: taken from the header, an edit would pass as a new file. */
    private static final String AUTHOR = "pana";

    private final Migration migration;

    MigrationChangeSet(Migration migration, String path, DatabaseChangeLog log) {
        super(
                migration.id(),
                AUTHOR,
                false,
                false,
                path,
                null,
                null,
                migration.inTransaction(),
                ObjectQuotingStrategy.LEGACY,
                log);
        this.migration = migration;
        setComments(migration.ticket() + ": " + migration.purpose().replaceAll("\\s+", " "));
        addChange(new MigrationChange(migration));
    }

    public Migration migration() {
        return migration;
    }

    @Override
    public ExecType execute(DatabaseChangeLog log, ChangeExecListener listener, Database database)
            throws MigrationFailedException {
        try {
            run(migration.forward(), database);
            return ExecType.EXECUTED;
        } catch (SchemaProblem | SQLException | DatabaseException e) {
            abandon(database);
            throw new MigrationFailedException(this, e);
        }
    }

    @Override
    public void rollback(Database database, ChangeExecListener listener) throws RollbackFailedException {
        try {
            run(migration.backward(), database);
        } catch (SchemaProblem | SQLException | DatabaseException e) {
            abandon(database);
            throw new RollbackFailedException(e);
        }
    }

    private void run(SqlScript script, Database database) throws SQLException, DatabaseException {
        var connection = connection(database);
        database.commit();
        connection.setAutoCommit(!migration.inTransaction());
        try {
            Session.prepare(connection);
            script.run(connection);
            Session.prepare(connection);
        } finally {
            if (!migration.inTransaction()) {
                connection.setAutoCommit(false);
            }
        }
    }

    private static void abandon(Database database) {
        try {
            connection(database).rollback();
        } catch (SQLException e) {
            // The connection is gone, and the transaction with it; the first failure is the one to report.
        }
    }

    private static Connection connection(Database database) {
        return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    }
}
