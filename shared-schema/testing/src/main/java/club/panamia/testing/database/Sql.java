package club.panamia.testing.database;

import club.panamia.schema.PostgresUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Plain, blocking SQL for tests; every call is its own transaction, and calls at once have connections of their own. */
public final class Sql {

    static {
        // DriverManager finds drivers by itself for the first class loader only, and Quarkus has one per test profile.
        try {
            Class.forName("org.postgresql.Driver");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final PostgresUrl url;
    private final @Nullable String role;

    public Sql(PostgresUrl url, @Nullable String role) {
        this.url = url;
        this.role = role;
    }

    /** A connection for tests that need several statements in one transaction, or several connections at once. */
    public Connection open() throws SQLException {
        var connection = DriverManager.getConnection(url.jdbc(), login());
        if (role != null) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET ROLE " + role);
            }
        }
        return connection;
    }

    /** No plan is kept: tests change tables between two calls. */
    private Properties login() {
        var login = new Properties();
        login.setProperty("user", url.user());
        login.setProperty("password", url.password());
        login.setProperty("prepareThreshold", "0");
        return login;
    }

    /** Runs one statement; returns how many rows it changed. */
    public int run(String sql, @Nullable Object... values) {
        try {
            return inOne(connection -> {
                try (var statement = prepared(connection, sql, values)) {
                    return statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
                }
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The first column of the only row. */
    public <T> T one(Class<T> type, String sql, @Nullable Object... values) {
        var found = list(type, sql, values);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " rows instead of one: " + sql);
        }
        return found.getFirst();
    }

    /** The first column of every row. */
    public <T> List<T> list(Class<T> type, String sql, @Nullable Object... values) {
        return query(sql, values, rows -> type.cast(rows.getObject(1)));
    }

    /** Every row, by column name. */
    public List<Map<String, Object>> rows(String sql, @Nullable Object... values) {
        return query(sql, values, rows -> {
            var row = new HashMap<String, Object>();
            for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
            }
            return row;
        });
    }

    /** How a statement is refused: its SQLSTATE and message, for tests of constraints and rights. */
    public Refusal refusal(String sql, @Nullable Object... values) {
        try (var connection = open();
                var statement = prepared(connection, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            return Refusal.of(e);
        }
        throw new AssertionError("was not refused: " + sql);
    }

    /** SQLSTATE (PostgreSQL, appendix A), the constraint if one was broken, and the message. */
    public record Refusal(String state, @Nullable String constraint, String message) {
        static Refusal of(SQLException e) {
            var constraint = e instanceof org.postgresql.util.PSQLException p && p.getServerErrorMessage() != null
                    ? p.getServerErrorMessage().getConstraint()
                    : null;
            return new Refusal(e.getSQLState(), constraint, String.valueOf(e.getMessage()));
        }
    }

    private <T> List<T> query(String sql, @Nullable Object[] values, Mapper<T> mapper) {
        try {
            return inOne(connection -> {
                try (var statement = prepared(connection, sql, values);
                        var rows = statement.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (rows.next()) {
                        found.add(mapper.map(rows));
                    }
                    return found;
                }
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The owner's connections are kept for the next call; a login role's end, for tests count them. */
    private <T> T inOne(Work<T> work) throws SQLException {
        if (role == null) {
            try (var connection = open()) {
                return work.in(connection);
            }
        }
        var whose = url.jdbc() + " " + url.user() + " " + role;
        var kept = KeptConnections.take(whose);
        var connection = kept == null ? open() : kept;
        try {
            return work.in(connection);
        } finally {
            KeptConnections.keep(whose, connection);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1,
                    values[i] instanceof java.time.Instant time ? time.atOffset(java.time.ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }

    private IllegalStateException failure(SQLException e) {
        return new IllegalStateException("as %s: %s".formatted(role == null ? url.user() : role, e.getMessage()), e);
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private interface Mapper<T> {
        T map(ResultSet rows) throws SQLException;
    }
}
