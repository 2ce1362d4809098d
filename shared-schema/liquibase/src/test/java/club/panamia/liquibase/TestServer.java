package club.panamia.liquibase;

import club.panamia.liquibase.roles.RolesBootstrap;
import club.panamia.schema.PostgresUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for the module's tests; it ends with the JVM. Each test has a database of its own. */
public final class TestServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    /** An empty database in which the roles are ready, as a superuser. */
    public static PostgresUrl newDatabase() {
        var admin = new PostgresUrl("localhost", SERVER.getPort(), "postgres", "postgres", "", null);
        var database = admin.withDatabase("test_" + DATABASES.incrementAndGet());
        execute(admin, "CREATE DATABASE " + database.database());
        try (var connection = connect(database)) {
            RolesBootstrap.run(connection, role -> Optional.of("secret"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    public static Connection connect(PostgresUrl url) {
        try {
            return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(PostgresUrl url, String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public static List<String> query(PostgresUrl url, String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
