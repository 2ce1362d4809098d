package club.panamia.liquibase.roles;

import static club.panamia.liquibase.TestServer.execute;
import static club.panamia.liquibase.TestServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.liquibase.TestServer;
import club.panamia.liquibase.session.Connections;
import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesBootstrapTest {

    private OwnServer server;
    private PostgresUrl superuser;

    @BeforeEach
    void aServerWithoutOurRoles(@TempDir Path folder) throws IOException {
        server = OwnServer.start(folder);
        superuser = server.superuser();
        execute(superuser, "SELECT pg_reload_conf()");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void makesTheRolesOnceAndTheSecondTimeNothing() {
        assertThat(bootstrap(superuser, "secret")).contains("role pana_owner", "role pana_auth", "schema internal");

        assertThat(bootstrap(superuser, "secret")).isEmpty();
    }

    @Test
    void changesOnlyAPasswordThatDiffers() {
        bootstrap(superuser, "secret");
        var before = query(superuser, "SELECT rolpassword FROM pg_authid WHERE rolname <> 'pana_ops' ORDER BY rolname");

        var changes = bootstrap(superuser, role -> Optional.of(role.equals("pana_ops") ? "new" : "secret"));

        assertThat(changes).containsExactly("password of pana_ops");
        assertThat(query(superuser, "SELECT rolpassword FROM pg_authid WHERE rolname <> 'pana_ops' ORDER BY rolname"))
                .isEqualTo(before);
        assertThat(query(superuser.withUser("pana_ops", "new"), "SELECT 1")).containsExactly("1");
        assertThatThrownBy(() -> Connections.open(superuser.withUser("pana_ops", "secret")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void leavesPasswordsAloneThatAreNotGivenButNeedsThemForNewRoles() {
        assertThatThrownBy(() -> bootstrap(superuser, role -> Optional.empty()))
                .hasMessage(
                        "No password for the new role pana_migrator: set PANA_DB_PASSWORD_MIGRATOR, or PANA_DB_PASSWORD_MIGRATOR_FILE to a file that holds it.");
        assertThat(query(superuser, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'pana%'"))
                .as("all or nothing")
                .isEmpty();
        bootstrap(superuser, "secret");

        assertThat(bootstrap(superuser, role -> Optional.empty())).isEmpty();

        assertThat(query(superuser.withUser("pana_auth", "secret"), "SELECT 1")).containsExactly("1");
    }

    @Test
    void showsNoPasswordToTheServersLog() throws IOException {
        bootstrap(superuser, "correct horse");

        assertThat(server.log()).contains("CREATE ROLE pana_auth").doesNotContain("correct horse");
    }

    @Test
    void needsNoSuperuserAndKeepsNoPowerForItself() {
        var chief = aChiefWithItsDatabase();

        assertThat(bootstrap(chief, "secret")).isNotEmpty();
        assertThat(bootstrap(chief, "secret")).isEmpty();
        assertThat(bootstrap(chief, role -> Optional.of(role.equals("pana_ops") ? "new" : "secret")))
                .containsExactly("password of pana_ops");

        assertThat(query(chief, "SELECT pg_has_role('pana_owner', 'SET') OR pg_has_role('pana_owner', 'USAGE')"))
                .containsExactly("f");
    }

    @Test
    void preparesADatabaseThatAWholeSchemaCanBeInstalledInWithoutASuperuser() {
        var chief = aChiefWithItsDatabase();

        assertThat(SchemaInstaller.install(chief, role -> "secret"))
                .isEqualTo(SchemaVersion.built().migrations());
        assertThat(SchemaInstaller.install(chief, role -> "secret")).isEmpty();

        assertThat(query(chief.withUser("pana_auth", "secret"), "SELECT count(*) FROM users"))
                .containsExactly("0");
    }

    @Test
    void givesThePublicNothing() {
        bootstrap(superuser, "secret");
        execute(superuser, "CREATE ROLE stranger LOGIN");
        execute(
                superuser.withUser("pana_migrator", "secret"),
                "SET ROLE pana_owner; CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1");

        assertThat(query(superuser, """
                        SELECT has_database_privilege('stranger', 'postgres', 'CONNECT')
                            OR has_database_privilege('stranger', 'postgres', 'TEMP')
                            OR has_schema_privilege('stranger', 'public', 'USAGE')
                            OR has_schema_privilege('stranger', 'internal', 'USAGE')
                            OR has_function_privilege('stranger', 'f()', 'EXECUTE')""")).containsExactly("f");
    }

    @Test
    void letsTheMigratorActAsTheOwnerOnlyWhenItSaysSo() {
        bootstrap(superuser, "secret");
        var migrator = superuser.withUser("pana_migrator", "secret");

        assertThatThrownBy(() -> execute(migrator, "CREATE TABLE public.mine (id int)"))
                .rootCause()
                .hasMessageContaining("permission denied");
        execute(migrator, "SET ROLE pana_owner; CREATE TABLE public.ours (id int)");

        assertThat(query(superuser, "SELECT tableowner FROM pg_tables WHERE tablename = 'ours'"))
                .containsExactly("pana_owner");
        assertThatThrownBy(() -> execute(superuser.withUser("pana_auth", "secret"), "SET ROLE pana_owner"))
                .rootCause()
                .hasMessageContaining("permission denied to set role");
    }

    private PostgresUrl aChiefWithItsDatabase() {
        execute(superuser, "CREATE ROLE chief LOGIN CREATEROLE CREATEDB PASSWORD 'chief'");
        var chief = superuser.withUser("chief", "chief");
        execute(chief, "CREATE DATABASE pana");
        return chief.withDatabase("pana");
    }

    private static List<String> bootstrap(PostgresUrl as, String password) {
        return bootstrap(as, role -> Optional.of(password));
    }

    private static List<String> bootstrap(PostgresUrl as, RolePasswords passwords) {
        try (var connection = TestServer.connect(as)) {
            return RolesBootstrap.run(connection, passwords);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
