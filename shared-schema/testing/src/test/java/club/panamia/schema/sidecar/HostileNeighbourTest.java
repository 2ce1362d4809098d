package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.Lines;
import club.panamia.schema.fixture.SidecarApp;
import club.panamia.schema.fixture.Snapshot;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All of {@code attacks.txt}, by an app of each tier, while a service is at work: each has its outcome, and nothing of ours changes. */
@ExtendWith(EmptyTables.class)
class HostileNeighbourTest {

    private record Attack(String ordinary, String trusted, String statements) {}

    private final SidecarApp ordinary = SidecarApp.ordinary();
    private final SidecarApp trusted = SidecarApp.trusted();
    private final Sql auth = TestDatabase.get().sqlAs("pana_auth");
    private Person boss;
    private Person mallory;
    private Connection atWork;

    @BeforeEach
    void givenPeopleAndAServiceAtWork() throws SQLException {
        boss = new Seed().admin("boss");
        mallory = new Seed().person("mallory");
        new Seed().approvedProfile(mallory);
        atWork = auth.open();
    }

    @AfterEach
    void close() throws SQLException {
        atWork.close();
        ordinary.close();
        trusted.close();
    }

    @Test
    void changesNothingOfOurs() throws SQLException {
        var before = Snapshot.take();
        var attacks = attacks().toList();

        var unexpected = new ArrayList<String>();
        for (var attack : attacks) {
            expect(attack.ordinary(), ordinary, attack, unexpected);
            expect(attack.trusted(), trusted, attack, unexpected);
        }

        assertThat(unexpected).isEmpty();
        assertThat(attacks.size()).isGreaterThan(75);
        assertThat(Snapshot.take()).isEqualTo(before);
        assertThat(atWork.isValid(5)).isTrue();
    }

    /** What the trusted tier may write stays a member's, whatever it writes. */
    @Test
    void makesNoAdministratorWithAllThatTheTrustedTierMayWrite() {
        var sql = trusted.sql();
        sql.run("UPDATE users SET email_verified = now(), name = 'Boss'");
        sql.run("INSERT INTO users (email, email_verified) VALUES ('founder@example.org', now())");
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id) VALUES (?, 'oidc', 'google', 'mallory')",
                boss.id());
        sql.run(
                "INSERT INTO sessions (session_token, user_id, expires) VALUES ('0123456789abcdef', ?, now() + interval '1 day')",
                boss.id());

        assertThat(auth.one(
                        String.class,
                        "SELECT array_to_string(roles, ' ') FROM internal.session_actor('0123456789abcdef')"))
                .isEqualTo("member");
        assertThat(TestDatabase.get().sql().list(String.class, "SELECT email FROM users WHERE role = 'admin'"))
                .containsExactly("boss@example.org");
    }

    /** Rules are rewritten into the deletion of the referring row, which happens in the eraser's session. */
    @Test
    void gainsNothingByARuleThatACascadeSetsOff() {
        var sql = ordinary.sql();
        sql.run("CREATE TABLE prey (id text REFERENCES users ON DELETE CASCADE)");
        sql.run("CREATE RULE rise AS ON DELETE TO prey DO ALSO UPDATE public.users SET role = 'admin'");
        sql.run("INSERT INTO prey VALUES (?)", mallory.id());
        TestDatabase.get()
                .sql()
                .run(
                        "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                        mallory.id());

        var said = TestDatabase.get()
                .sqlAs("pana_eraser")
                .one(String.class, "SELECT internal.erase_user(?)", mallory.id());

        assertThat(said).contains("permission denied for table users");
        assertThat(TestDatabase.get().sql().list(String.class, "SELECT id FROM users WHERE role = 'admin'"))
                .containsExactly(boss.id());
    }

    @Test
    void takesNoMoreConnectionsThanItsOwn() throws SQLException {
        for (var app : List.of(ordinary, trusted)) {
            var held = new ArrayList<Connection>();
            try {
                for (var i = 0; i < 10; i++) {
                    held.add(app.sql().open());
                }
                assertThat(app.sql().refusal("SELECT 1").state()).isEqualTo("53300");
                assertThat(auth.one(Long.class, "SELECT count(*) FROM sessions"))
                        .isEqualTo(2);
            } finally {
                for (var connection : held) {
                    connection.close();
                }
            }
        }
    }

    private void expect(String outcome, SidecarApp app, Attack attack, List<String> unexpected) throws SQLException {
        var got = outcomeOf(app.sql(), withPeople(attack.statements()));
        if (!outcome.equals(got)) {
            unexpected.add("%s: %s instead of %s: %s".formatted(app.role(), got, outcome, attack.statements()));
        }
    }

    /** What a tier has a right to is tried and taken back: those rights are for rows that this test compares. */
    private static String outcomeOf(Sql sql, String statements) throws SQLException {
        try (var connection = sql.open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(statements);
                connection.rollback();
                return "done";
            } catch (SQLException e) {
                return e.getSQLState();
            }
        }
    }

    private String withPeople(String statements) {
        return statements.replace("{boss}", boss.id()).replace("{mallory}", mallory.id());
    }

    private static Stream<Attack> attacks() {
        return Lines.of(HostileNeighbourTest.class, "attacks.txt").stream()
                .map(line -> line.split("\\|", 3))
                .map(cells -> new Attack(cells[0].strip(), cells[1].strip(), cells[2].strip()));
    }
}
