package club.panamia.dev.database;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import club.panamia.dev.process.Waiting;
import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An embedded PostgreSQL 16 on a data folder of its own, reachable on loopback by password only. */
public final class Postgres {

    /** Recovery after a crash may take a while, on a slow disk above all. */
    private static final Duration START = Duration.ofSeconds(60);

    private final Child server;

    private Postgres(Child server) {
        this.server = server;
    }

    /** Starts the server on {@code data}, which is made when it is empty; {@code superuser} names port and password. */
    public static Postgres start(Children children, Path data, PostgresUrl superuser, Path log) {
        var binaries = PostgresBinaries.unpacked();
        var folder = new DataFolder(data);
        if (folder.isEmpty()) {
            folder.initialise(binaries, superuser.user(), superuser.password());
        }
        folder.mustBeUsable();
        var command = List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(superuser.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                // A crash of the machine may cost the last second of a developer's data, never its consistency.
                "-c",
                "synchronous_commit=off");
        return new Postgres(children.start("PostgreSQL", Programs.notAsRoot(command), Map.of(), data, log));
    }

    public Child process() {
        return server;
    }

    /** Waits until the server answers. */
    public void mustBecomeReady(PostgresUrl superuser) {
        var admin = superuser.withDatabase("postgres");
        var ready = Waiting.until(START, Duration.ofMillis(50), () -> {
            server.mustBeAlive();
            return answers(admin);
        });
        if (!ready) {
            throw server.fault("did not answer within %d s.".formatted(START.toSeconds()));
        }
    }

    /** Makes the suite's database when it is not there. */
    public static void ensureDatabase(PostgresUrl superuser) {
        try (var connection = connect(superuser.withDatabase("postgres"));
                var statement = connection.createStatement()) {
            var name = superuser.database();
            var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'");
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + name);
            }
        } catch (SQLException e) {
            throw new Fault("The database %s cannot be made: %s".formatted(DatabaseUrls.DATABASE, e.getMessage()));
        }
    }

    static boolean hasSchema(PostgresUrl superuser, String name) {
        try (var connection = connect(superuser);
                var question = connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
            question.setString(1, name);
            return question.executeQuery().next();
        } catch (SQLException e) {
            throw new Fault("The schemas cannot be listed: " + e.getMessage());
        }
    }

    static String version(PostgresUrl superuser) {
        try (var connection = connect(superuser.withDatabase("postgres"))) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new Fault("PostgreSQL does not say its version: " + e.getMessage());
        }
    }

    public static Connection connect(PostgresUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    /** Ends the server at once but cleanly: PostgreSQL's fast shutdown. */
    public void stop() {
        server.signal("INT");
        if (!server.endsWithin(Duration.ofSeconds(15))) {
            server.stop(Duration.ofSeconds(1));
        }
    }

    private boolean answers(PostgresUrl admin) {
        try (var connection = connect(admin)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            // 28P01: the server is up, and will never let us in with the password that we have.
            if ("28P01".equals(e.getSQLState())) {
                throw new Fault(
                        "PostgreSQL refuses the password in secrets.properties (was that file deleted?): begin anew with bin/dev --fresh.");
            }
            return false;
        }
    }
}
