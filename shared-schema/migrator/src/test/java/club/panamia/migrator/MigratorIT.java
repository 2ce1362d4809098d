package club.panamia.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.migrator.Program.Outcome;
import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as people and the Job run it, one database from empty to newest and back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigratorIT {

    private static final List<String> ALL = SchemaVersion.built().migrations();
    private static Database database;

    @BeforeAll
    static void start() throws IOException {
        database = Database.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    @Order(1)
    void saysWhatIsMissingBeforeItTouchesAnything() {
        assertThat(run(Map.of())).satisfies(calledWrongly("usage: migrate COMMAND"));
        assertThat(run(Map.of(), "up")).satisfies(calledWrongly("POSTGRES_DIRECT_URL is not set;"));
        assertThat(run(Map.of("POSTGRES_URL", database.admin().text()), "up"))
                .as("POSTGRES_URL is for services")
                .satisfies(calledWrongly("POSTGRES_DIRECT_URL is not set;"));
        assertThat(run(Map.of("POSTGRES_DIRECT_URL", "mysql://u:hunter2@h/d"), "up"))
                .satisfies(calledWrongly("POSTGRES_DIRECT_URL cannot be used: it must begin with postgres://"));
        assertThat(run(Map.of("POSTGRES_DIRECT_URL_FILE", "/nowhere"), "up"))
                .satisfies(calledWrongly("POSTGRES_DIRECT_URL_FILE names /nowhere, which cannot be read."));
    }

    @Test
    @Order(2)
    void saysInOneLineThatTheServerIsNotThereOrNotReady() {
        var nobody = new PostgresUrl("localhost", 1, "postgres", "postgres", "hunter2", null);

        assertThat(run(nobody, "up")).satisfies(refused("The database of POSTGRES_DIRECT_URL cannot be used: "));
        assertThat(run(nobody, "roles")).satisfies(refused("The database of POSTGRES_DIRECT_URL cannot be used: "));
        assertThat(run(database.admin(), "up"))
                .satisfies(refused("This server has no role pana_owner yet; run bin/migrate roles"));
        assertThat(run(database.admin(), "roles")).satisfies(refused("No password for the new role pana_migrator: "));
    }

    @Test
    @Order(3)
    void makesTheRolesFromPasswordsOfTheEnvironment() {
        var settings =
                new HashMap<>(Map.of("POSTGRES_DIRECT_URL", database.admin().text()));
        for (var role : List.of("MIGRATOR", "AUTH", "PROFILE", "CONTENT", "SOCIAL", "MENTORING", "ENGAGEMENT", "OPS")) {
            settings.put("PANA_DB_PASSWORD_" + role, "secret");
        }

        assertThat(run(settings, "roles").out())
                .contains("made: role pana_auth")
                .endsWith("The roles are ready.\n");
        assertThat(run(settings, "roles")).isEqualTo(new Outcome(0, "Nothing had to be made.\n", ""));
    }

    @Test
    @Order(4)
    void appliesEverythingOnceWhenTwoStartTogether() throws SQLException {
        var settings = Map.of("POSTGRES_DIRECT_URL", database.migrator().text());

        var one = Program.migrator(settings, "up");
        var other = Program.migrator(settings, "up");

        var applied = ALL.stream().map(id -> "applied " + id + "\n").collect(Collectors.joining());
        var newest = "the schema is at " + ALL.getLast() + ".\n";
        assertThat(List.of(one.end(), other.end()))
                .containsExactlyInAnyOrder(
                        new Outcome(0, applied + ALL.size() + " applied; " + newest, ""),
                        new Outcome(0, "Nothing was pending; " + newest, ""));
        assertThat(database.query("SELECT id FROM internal.databasechangelog ORDER BY orderexecuted"))
                .isEqualTo(ALL);
    }

    @Test
    @Order(5)
    void tellsTheStateTakesBackAndAppliesAgain(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("url"), database.migrator().text() + "\n");
        var settings = Map.of("POSTGRES_DIRECT_URL_FILE", file.toString());

        assertThat(run(settings, "validate").out()).isEqualTo("The applied history matches the files.\n");
        assertThat(run(settings, "rollback", "1", "--accept-loss"))
                .isEqualTo(new Outcome(0, "rolled back " + ALL.getLast() + "\n", ""));
        assertThat(run(settings, "status").out().lines())
                .hasSize(ALL.size())
                .first()
                .asString()
                .matches("applied  \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  " + ALL.getFirst());
        assertThat(run(settings, "status").out()).endsWith("pending  " + ALL.getLast() + "\n");
        assertThat(run(settings, "rollback", "99")).satisfies(refused("Cannot roll back 99 of the "));
        assertThat(run(settings, "up").exit()).isZero();
    }

    @Test
    @Order(6)
    void refusesAHistoryThatContradictsTheFiles() throws SQLException {
        database.query("UPDATE internal.databasechangelog SET md5sum = '9:0' WHERE id = '%s' RETURNING id"
                .formatted(ALL.getFirst()));

        assertThat(run(database.migrator(), "validate"))
                .satisfies(refused(ALL.getFirst() + ".sql was edited after it was applied; restore it"));
        assertThat(run(database.migrator(), "up")).satisfies(refused(ALL.getFirst() + ".sql was edited"));
    }

    @Test
    @Order(7)
    void makesASidecarForAnAdministratorOnly() {
        assertThat(run(database.migrator(), "new-sidecar", "pets"))
                .satisfies(refused("The sidecar cannot be made (run this as the role that ran bin/migrate roles): "));
        assertThat(run(database.admin(), "new-sidecar", "internal"))
                .satisfies(refused("'internal' cannot name a sidecar: "));

        var settings = Map.of("POSTGRES_DIRECT_URL", database.admin().text(), "PANA_SIDECAR_PASSWORD", "hunter2");
        var made = run(settings, "new-sidecar", "pets", "--auth");

        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("role sidecar_pets, schema pets").doesNotContain("hunter2");
    }

    @Test
    @Order(8)
    void registersAProgramAndShowsItsSecretOnce() throws SQLException {
        var added = run(database.migrator(), "oauth-client", "add", "shop", "--grant", "token_exchange");

        assertThat(added.exit()).isZero();
        var secret = added.out().lines().toList().get(1).substring("client_secret  ".length());
        assertThat(secret).hasSize(43);
        assertThat(database.query("SELECT secret_hash = encode(sha256('%s'), 'hex') FROM internal.oauth_client"
                        .formatted(secret)))
                .containsExactly("t");
        assertThat(run(database.migrator(), "oauth-client", "list").out())
                .isEqualTo("shop  enabled  confidential  third-party  token_exchange  shop\n")
                .doesNotContain(secret);
        assertThat(run(database.migrator(), "oauth-client", "add", "shop", "--grant", "token_exchange"))
                .satisfies(refused("There is a client 'shop' already."));
        assertThat(run(database.migrator(), "oauth-client", "new-secret", "shop")
                        .out())
                .doesNotContain(secret);
        assertThat(run(database.migrator(), "oauth-client", "disable", "shop").out())
                .isEqualTo("shop is disabled.\n");
        assertThat(run(database.migrator(), "oauth-client", "disable", "nobody"))
                .satisfies(refused("There is no client 'nobody'"));
    }

    @Test
    @Order(9)
    void asksForASuccessorOfTheSigningKey() throws SQLException {
        assertThat(run(database.migrator(), "rotate-keys")).satisfies(refused("There is no signing key yet"));
        database.query("""
                INSERT INTO internal.signing_key (id, public_jwk, private_key, active_from, expires_at)
                VALUES ('old', '{}', '', now() - interval '2 days', now() + interval '1 day'), ('new', '{}', '', now(), now() + interval '2 days')
                RETURNING id""");

        assertThat(run(database.migrator(), "rotate-keys").out()).startsWith("A successor was asked for");
        assertThat(database.query("SELECT id FROM internal.signing_key WHERE succession_asked_at IS NOT NULL"))
                .containsExactly("new");
        assertThat(run(database.migrator(), "rotate-keys", "--leaked").out()).startsWith("All keys are gone");
        assertThat(database.query("SELECT id FROM internal.signing_key")).isEmpty();
    }

    private static Outcome run(PostgresUrl url, String... arguments) {
        return run(Map.of("POSTGRES_DIRECT_URL", url.text()), arguments);
    }

    private static Outcome run(Map<String, String> settings, String... arguments) {
        return Program.migrator(settings, arguments).end();
    }

    private static Consumer<Outcome> calledWrongly(String message) {
        return outcome -> failed(outcome, 2, message);
    }

    private static Consumer<Outcome> refused(String message) {
        return outcome -> {
            failed(outcome, 1, message);
            assertThat(outcome.err().lines()).hasSize(1);
        };
    }

    private static void failed(Outcome outcome, int exit, String message) {
        assertThat(outcome.err()).startsWith(message).doesNotContain("hunter2");
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.out()).isEmpty();
    }
}
