package club.panamia.liquibase.roles;

import static club.panamia.liquibase.TestServer.execute;
import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.liquibase.Schema;
import club.panamia.liquibase.TestServer;
import club.panamia.schema.PostgresUrl;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarBootstrapTest {

    /** Roles outlive the database of a test: each test names its own. */
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final PostgresUrl database = TestServer.newDatabase();
    private final String name = "pets" + NAMES.incrementAndGet();

    @BeforeEach
    void theSchema() throws SQLException {
        try (var connection = TestServer.connect(database)) {
            Schema.over(connection).up();
        }
    }

    @Test
    void givesItARoleWithASchemaAndLimitsOfItsOwn() {
        var sidecar = create(name, false, Optional.empty());

        assertThat(sidecar.password()).hasSize(32);
        assertThat(query(database, """
                        SELECT unnest(rolconfig || ('connections=' || rolconnlimit)) FROM pg_roles
                        WHERE rolname = 'sidecar_%s'""".formatted(name)))
                .containsExactlyInAnyOrder(
                        "search_path=%s, public".formatted(name),
                        "statement_timeout=30s",
                        "lock_timeout=5s",
                        "idle_in_transaction_session_timeout=60s",
                        "connections=10");
        assertThat(groups()).containsExactly("sidecar");
    }

    @Test
    void putsATrustedOneInBothGroups() {
        create(name, true, Optional.empty());

        assertThat(groups()).containsExactly("sidecar", "sidecar_auth");
    }

    @Test
    void letsItMakeTablesByPlainNamesWithForeignKeysToPeople() {
        var sidecar = create(name, false, Optional.empty());
        var app = database.withUser(sidecar.role(), sidecar.password());

        execute(app, "CREATE TABLE visits (id text PRIMARY KEY, owner_id text NOT NULL REFERENCES users (id))");

        assertThat(query(database, "SELECT schemaname FROM pg_tables WHERE tablename = 'visits'"))
                .containsExactly(name);
        assertThatThrownBy(() -> execute(app, "CREATE TABLE public.visits (id text)"))
                .rootCause()
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void letsTheWatchdogEndItsSessions() {
        create(name, false, Optional.empty());

        assertThat(query(database, "SELECT pg_has_role('pana_watchdog', 'sidecar_%s', 'USAGE')".formatted(name)))
                .containsExactly("t");
    }

    @Test
    void worksForAnAdministratorWhoIsNoSuperuserAndLeavesHimNoMember() {
        var chief = "chief_" + name;
        execute(database, "CREATE ROLE %s LOGIN CREATEROLE".formatted(chief));
        execute(database, "GRANT CREATE, CONNECT ON DATABASE %s TO %s".formatted(database.database(), chief));
        execute(
                database,
                "GRANT sidecar, pana_watchdog TO %s WITH ADMIN TRUE, INHERIT FALSE, SET FALSE".formatted(chief));

        var sidecar = create(database.withUser(chief, ""), name, false, Optional.empty());

        assertThat(query(database, "SELECT pg_has_role('%s', '%s', 'SET')".formatted(chief, sidecar.role())))
                .containsExactly("f");
        assertThat(query(database, "SELECT nspowner::regrole FROM pg_namespace WHERE nspname = '%s'".formatted(name)))
                .containsExactly(sidecar.role());
    }

    /** As a managed host does, where we may not close the languages. */
    @Test
    void warnsWhereSidecarsCouldWriteFunctions() {
        assertThat(create(name, false, Optional.empty()).instructions(database)).doesNotContain("WARNING");

        execute(database, "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC");

        assertThat(create(name + "_b", false, Optional.empty()).instructions(database))
                .contains("WARNING: on this server every role may write functions");
    }

    @Test
    void printsANewPasswordOnceAndAGivenOneNever() {
        var made = create(name, false, Optional.empty());
        assertThat(made.instructions(database))
                .contains("\"sidecar_%s\" \"%s\"".formatted(name, made.password()))
                .contains("POSTGRES_URL=postgres://sidecar_%s:%s@localhost:".formatted(name, made.password()))
                .contains("max_user_connections=10");

        var given = create(name + "_b", false, Optional.of("hunter2"));
        assertThat(given.instructions(database)).doesNotContain("hunter2").contains("PANA_SIDECAR_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Pets",
                "pet-sitting",
                "1pets",
                "pets;drop",
                "pets\"",
                "a234567890123456789012345678901",
                "public",
                "internal",
                "extensions",
                "information_schema",
                "pg_pets",
                "pg_catalog",
                "user",
                "table",
                "auth"
            })
    void refusesABadOrReservedName(String bad) {
        assertThatThrownBy(() -> create(bad, false, Optional.empty()))
                .hasMessageStartingWith("'%s' cannot name a sidecar: ".formatted(bad));
    }

    @Test
    void refusesANameThatIsTaken() {
        create(name, false, Optional.empty());
        assertThatThrownBy(() -> create(name, true, Optional.empty()))
                .hasMessageContaining("a schema of that name exists");

        execute(database, "CREATE SCHEMA taken");
        assertThatThrownBy(() -> create("taken", true, Optional.empty()))
                .hasMessageContaining("a schema of that name exists");
    }

    private List<String> groups() {
        return query(
                database,
                "SELECT roleid::regrole FROM pg_auth_members WHERE member = 'sidecar_%s'::regrole ORDER BY 1::text"
                        .formatted(name));
    }

    private Sidecar create(String sidecar, boolean auth, Optional<String> password) {
        return create(database, sidecar, auth, password);
    }

    private static Sidecar create(PostgresUrl as, String sidecar, boolean auth, Optional<String> password) {
        try (var connection = TestServer.connect(as)) {
            return SidecarBootstrap.create(connection, sidecar, auth, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
