package club.panamia.dev.smoke;

import club.panamia.schema.PostgresUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A sidecar app: somebody else's program on the same database, through the same pooler as the services. */
final class SidecarApp {

    private final PostgresUrl url;

    SidecarApp(PostgresUrl url) {
        this.url = url;
    }

    /** The first column of all rows. */
    List<String> ask(String sql, String... parameters) {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var answers = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new Unexpected(url.user() + ": " + sql, "an answer", String.valueOf(e.getMessage()));
        }
    }

    void run(String... statements) {
        for (var sql : statements) {
            try {
                execute(sql);
            } catch (SQLException e) {
                throw new Unexpected(url.user() + ": " + sql, "success", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Must fail with this SQL state. */
    void mustBeRefused(String sqlState, String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            if (sqlState.equals(e.getSQLState())) {
                return;
            }
            throw new Unexpected(
                    url.user() + ": " + sql, "SQL state " + sqlState, e.getSQLState() + " " + e.getMessage());
        }
        throw new Unexpected(url.user() + ": " + sql, "a refusal", "success");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A pooler in transaction mode may hand each statement to another server, so none is kept prepared there. */
    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("prepareThreshold", "0");
        return DriverManager.getConnection(url.jdbc(), properties);
    }
}
