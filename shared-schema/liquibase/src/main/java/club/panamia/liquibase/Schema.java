package club.panamia.liquibase;

import club.panamia.liquibase.migration.MigrationIndexParser;
import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.liquibase.session.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The numbered history, moved forward or back over one connection. Every failure is a {@link SchemaProblem}. */
public final class Schema {

    /** Liquibase keeps its scope in one place for the whole process. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private static final Map<String, Object> QUIETLY = Map.of(
            Scope.Attr.logService.name(),
            new NoOpLogService(),
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            "liquibase.showBanner",
            false,
            "liquibase.analytics.enabled",
            false);

    private static final int LOCK_POLL_SECONDS = 1;

    private final Liquibase liquibase;

    private Schema(Liquibase liquibase) {
        this.liquibase = liquibase;
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    }

    /** The migrations of the class path. */
    public static Schema over(Connection connection) {
        return over(connection, new ClassLoaderResourceAccessor(Schema.class.getClassLoader()));
    }

    static Schema over(Connection connection, ResourceAccessor files) {
        var database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(connection));
        database.setDefaultSchemaName("public");
        database.setLiquibaseSchemaName("internal");
        return new Schema(new Liquibase(MigrationIndexParser.INDEX, files, database));
    }

    /** A Liquibase that somebody else configured: change log {@value MigrationIndexParser#INDEX}, own schema internal. */
    public static Schema over(Liquibase liquibase) {
        return new Schema(liquibase);
    }

    /** Applies what is pending, then the grants, and returns the names of what it applied. */
    public List<String> up() {
        return up(id -> {});
    }

    /** The same, and tells {@code progress} the name of each migration once it is applied. */
    public List<String> up(Consumer<String> progress) {
        return locked("up", connection -> {
            var history = history(connection);
            if (history.isAheadOfThisBuild()) {
                // A release that was rolled back meets the newer schema, which serves it; its older grants would not.
                return List.of();
            }
            var applied = new ArrayList<String>();
            liquibase.setChangeExecListener(new WhatRan(progress.andThen(applied::add)));
            liquibase.update(new Contexts(), new LabelExpression());
            Grants.apply(connection, liquibase.getResourceAccessor());
            return List.copyOf(applied);
        });
    }

    /** What is applied, what is pending. */
    public SchemaStatus status() {
        return quietly("status", connection -> {
            var history = history(connection);
            return new SchemaStatus(history.applied(), history.pending(), history.newer());
        });
    }

    /** Refuses a history that does not match the files: edited, missing or out of order. */
    public void validate() {
        quietly("validate", connection -> {
            history(connection);
            liquibase.validate();
            return List.of();
        });
    }

    /**
     * Takes back the newest {@code count} migrations by the Rollback of their headers and returns their names, newest first.
     * Refuses before it changes anything when one of them has no way back, or only one that loses data and
     * {@code acceptLoss} is not given.
     */
    public List<String> rollback(int count, boolean acceptLoss) {
        return locked("rollback", connection -> {
            var newestFirst = history(connection).newest(count, acceptLoss);
            liquibase.rollback(newestFirst.size(), null, new Contexts(), new LabelExpression());
            Grants.applyToOlderSchema(connection, liquibase.getResourceAccessor());
            return newestFirst;
        });
    }

    private History history(Connection connection) throws SQLException, LiquibaseException {
        return History.of(connection, liquibase.getDatabaseChangeLog());
    }

    private interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    /** Under Liquibase's lock from before the history is read; its commands take it as theirs and let it go. */
    private <T> T locked(String what, Work<T> work) {
        return quietly(what, connection -> {
            var lock = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
            lock.setChangeLogLockRecheckTime(LOCK_POLL_SECONDS);
            lock.waitForLock();
            try {
                return work.on(connection);
            } finally {
                // Passes over a connection that is gone: the lock is gone with it, and the failure must not be hidden.
                LockServiceFactory.getInstance().resetAll();
            }
        });
    }

    private <T> T quietly(String what, Work<T> work) {
        ONE_AT_A_TIME.lock();
        try {
            var connection = ((JdbcConnection) liquibase.getDatabase().getConnection()).getUnderlyingConnection();
            return Scope.child(QUIETLY, () -> {
                connection.setAutoCommit(true);
                Session.refuseStrangers(connection);
                Session.endWithItsClient(connection);
                Session.prepare(connection);
                return work.on(connection);
            });
        } catch (Exception e) {
            throw Failure.of(what + " failed", e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
