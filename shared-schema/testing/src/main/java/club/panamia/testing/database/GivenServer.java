package club.panamia.testing.database;

import club.panamia.schema.PostgresUrl;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A server that somebody gave us. We make one database with our own mark, and the cluster-wide roles where they are missing;
 * both go at the end, and nothing else is touched. Roles that stand there without our mark belong to an installation: we
 * refuse rather than change their passwords.
 */
final class GivenServer {

    private static final String MARK = "made by the Pana tests";
    private static final String PREFIX = "pana_test_";

    private final PostgresUrl server;
    private final String setting;

    GivenServer(String setting, String value) {
        this.setting = setting;
        this.server = PostgresUrl.parse(setting, value);
    }

    static Optional<GivenServer> fromEnvironment() {
        var test = System.getenv("POSTGRES_URL_TEST");
        if (test != null && !test.isBlank()) {
            return Optional.of(new GivenServer("POSTGRES_URL_TEST", test));
        }
        var general = System.getenv("POSTGRES_URL");
        if (System.getProperty("pana.use-postgres-url") != null && general != null) {
            return Optional.of(new GivenServer("POSTGRES_URL", general));
        }
        return Optional.empty();
    }

    PostgresUrl newDatabase() {
        var name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        var admin = new Sql(server, null);
        refuseUnlessPossible(admin);
        admin.run("CREATE DATABASE " + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(admin, name)));
        var database = server.withDatabase(name);
        TestDatabase.install(database);
        for (var role : admin.list(String.class, ours("shobj_description(r.oid, 'pg_authid') IS NULL"))) {
            admin.run("COMMENT ON ROLE %s IS '%s'".formatted(role, MARK));
        }
        return database;
    }

    private void refuseUnlessPossible(Sql admin) {
        boolean may;
        try {
            may = admin.one(
                    Boolean.class,
                    "SELECT rolsuper OR (rolcreatedb AND rolcreaterole) FROM pg_roles WHERE rolname = current_user");
        } catch (IllegalStateException e) {
            throw new IllegalStateException(setting + " cannot be used for tests: " + e.getMessage());
        }
        if (!may) {
            throw new IllegalStateException("%s cannot be used for tests: %s lacks the rights CREATEDB and CREATEROLE."
                    .formatted(setting, server.user()));
        }
        var strangers =
                admin.list(String.class, ours("coalesce(shobj_description(r.oid, 'pg_authid'), '') <> '" + MARK + "'"));
        if (!strangers.isEmpty()) {
            throw new IllegalStateException(
                    "%s cannot be used for tests: an installation's roles stand on that server (%s), and tests would change their passwords."
                            .formatted(setting, String.join(", ", strangers)));
        }
    }

    private static String ours(String condition) {
        return "SELECT r.rolname FROM pg_roles r WHERE (r.rolname LIKE 'pana\\_%' OR r.rolname ~ '^sidecar') AND "
                + condition + " ORDER BY 1";
    }

    static void cleanUp(Sql admin, String database) {
        admin.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        for (var role : admin.list(String.class, ours("shobj_description(r.oid, 'pg_authid') = '" + MARK + "'"))) {
            dropUnlessNeeded(admin, role);
        }
    }

    /** Another test run on the same server may hold the role in its own database; that one drops it later. */
    private static void dropUnlessNeeded(Sql admin, String role) {
        try (var connection = admin.open();
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + role);
        } catch (SQLException needed) {
            System.getLogger(GivenServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0} stays: {1}", role, needed.getMessage());
        }
    }
}
