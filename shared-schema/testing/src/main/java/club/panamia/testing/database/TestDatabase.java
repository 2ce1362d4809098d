package club.panamia.testing.database;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.PostgresUrl;
import org.jspecify.annotations.Nullable;

/**
 * The migrated database of this JVM's tests. By default a PostgreSQL 16 of its own, on a copy of a cached data directory; on
 * {@code POSTGRES_URL_TEST}, or on {@code POSTGRES_URL} when {@code -Dpana.use-postgres-url} is given, a new database on that
 * server, dropped at the end (architecture D14).
 */
public final class TestDatabase {

    private static final Object LOCK = new Object();
    private static @Nullable TestDatabase current;

    private final PostgresUrl superuser;

    private TestDatabase(PostgresUrl superuser) {
        this.superuser = superuser;
    }

    /** The database of this JVM; the first caller pays for its start, its end comes with the JVM's. */
    public static TestDatabase get() {
        synchronized (LOCK) {
            if (current == null) {
                current = another();
            }
            return current;
        }
    }

    /** One more, for tests of several installations. */
    public static TestDatabase another() {
        var given = GivenServer.fromEnvironment();
        return new TestDatabase(given.map(GivenServer::newDatabase).orElseGet(EmbeddedServer::start));
    }

    /** As the login role of a service, a sidecar or the migrator. */
    public PostgresUrl as(String role) {
        return superuser.withUser(role, passwordOf(role));
    }

    /** As whoever made the database: a superuser on a server of our own. */
    public PostgresUrl asAdmin() {
        return superuser;
    }

    /** Statements for tests, with the owner's rights on every table. */
    public Sql sql() {
        return new Sql(as("pana_migrator"), "pana_owner");
    }

    /** Statements for tests, with one login role's rights. */
    public Sql sqlAs(String role) {
        return new Sql(as(role), null);
    }

    static void install(PostgresUrl admin) {
        SchemaInstaller.install(admin, TestDatabase::passwordOf);
    }

    /** Known on purpose: such a server listens on loopback for the length of a test run. */
    static String passwordOf(String role) {
        return "test-" + role;
    }
}
