package club.panamia.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that is somebody else's: this test's own, as such a one stands there. */
class GivenServerTest {

    private static final String SETTING = "POSTGRES_URL_TEST";
    private static final String ROLES = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1";
    private static final String DATABASES = "SELECT datname FROM pg_database ORDER BY 1";

    private EmbeddedPostgres server;
    private Sql admin;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        admin = new Sql(url(), null);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void refusesARoleThatMayNotMakeDatabasesAndRoles() {
        admin.run("CREATE ROLE tester LOGIN CREATEDB PASSWORD 'hunter2'");
        var tester = url().withUser("tester", "hunter2");

        assertThatThrownBy(() -> new GivenServer(SETTING, tester.text()).newDatabase())
                .hasMessage(
                        "POSTGRES_URL_TEST cannot be used for tests: tester lacks the rights CREATEDB and CREATEROLE.");
        assertThat(admin.list(String.class, DATABASES)).containsExactly("postgres", "template0", "template1");
    }

    @Test
    void refusesAServerOnWhichAnInstallationStands() {
        admin.run("CREATE ROLE pana_auth LOGIN PASSWORD 'in use'");

        assertThatThrownBy(() -> new GivenServer(SETTING, url().text()).newDatabase())
                .hasMessageContaining("POSTGRES_URL_TEST cannot be used for tests")
                .hasMessageContaining("pana_auth");
        assertThat(admin.list(String.class, DATABASES)).containsExactly("postgres", "template0", "template1");
    }

    @Test
    void saysWhenTheServerCannotBeReached() {
        assertThatThrownBy(() -> new GivenServer(SETTING, "postgres://postgres:hunter2@127.0.0.1:1/x").newDatabase())
                .hasMessageStartingWith("POSTGRES_URL_TEST cannot be used for tests")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void leavesTheServerAsItFoundIt() {
        admin.run("CREATE DATABASE theirs");
        var before = List.of(admin.list(String.class, ROLES), admin.list(String.class, DATABASES));

        var database = new GivenServer(SETTING, url().text()).newDatabase();

        assertThat(database.database()).startsWith("pana_test_");
        assertThat(new Sql(database, null).one(String.class, "SELECT max(id) FROM internal.databasechangelog"))
                .isEqualTo(SchemaVersion.built().newest());
        GivenServer.cleanUp(admin, database.database());
        assertThat(List.of(admin.list(String.class, ROLES), admin.list(String.class, DATABASES)))
                .isEqualTo(before);
    }

    private PostgresUrl url() {
        return new PostgresUrl("127.0.0.1", server.getPort(), "postgres", "postgres", "postgres", null);
    }
}
