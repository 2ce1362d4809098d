package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trusted tier may sign people in; it may not make anybody more than a member. */
@ExtendWith(EmptyTables.class)
class RisingTest {

    private static final String TOKEN = "a-token-that-mallory-knows";

    private final SidecarApp app = SidecarApp.trusted();
    private final Sql sql = app.sql();
    private Person boss;
    private Person mallory;

    @BeforeEach
    void people() {
        boss = new Seed().admin("boss");
        mallory = new Seed().person("mallory");
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void issuesSessionsThatMakeNobodyAnAdmin() throws SQLException {
        sql.run(
                "INSERT INTO sessions (session_token, user_id, expires) VALUES (?, ?, now() + interval '1 day')",
                TOKEN,
                boss.id());

        assertThat(rolesOf(TOKEN)).containsExactly("member");
        assertThat(rolesOf(boss.sessionToken())).containsExactlyInAnyOrder("member", "admin");
    }

    @Test
    void cannotGiveASessionOfOursToSomebodyElse() {
        assertThat(sql.refusal(
                                "UPDATE sessions SET user_id = ? WHERE session_token = ?",
                                boss.id(),
                                mallory.sessionToken())
                        .constraint())
                .isEqualTo("sessions_whole_check");
        assertThat(sql.refusal("UPDATE sessions SET session_token = ? WHERE user_id = ?", TOKEN, boss.id())
                        .constraint())
                .isEqualTo("sessions_whole_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET role = 'admin'",
                "UPDATE users SET email = 'boss@example.org'",
                "UPDATE users SET email_proven_at = now()",
                "UPDATE users SET locked_at = NULL",
                "UPDATE users SET scrubbed_at = now()",
                "UPDATE users SET screenname = 'boss'",
                "UPDATE users SET version = 0",
                "UPDATE sessions SET issued_by = 'pana_auth'",
                "INSERT INTO users (email, role) VALUES ('m@example.org', 'admin')",
                "INSERT INTO users (email, email_proven_at) VALUES ('m@example.org', now())",
                "INSERT INTO users (email, screenname) VALUES ('m@example.org', 'mallory2')",
                "INSERT INTO sessions (session_token, user_id, expires, issued_by) VALUES ('x', 'x', now(), 'pana_auth')",
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES ('x','x','x','x','pana_auth')",
                "UPDATE accounts SET linked_by = 'pana_auth'"
            })
    void cannotWriteWhatWouldMakeAnAdmin(String statement) {
        assertThat(sql.refusal(statement).state()).isEqualTo("42501");
    }

    @Test
    void leavesItsNameOnWhatItLinksAndIssues() {
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id) VALUES (?, 'oidc', 'google', 'g1')",
                boss.id());
        sql.run(
                "INSERT INTO sessions (session_token, user_id, expires) VALUES (?, ?, now() + interval '1 day')",
                TOKEN,
                boss.id());

        var owner = TestDatabase.get().sql();
        assertThat(owner.one(String.class, "SELECT linked_by FROM accounts")).isEqualTo(app.role());
        assertThat(owner.one(String.class, "SELECT issued_by FROM sessions WHERE session_token = ?", TOKEN))
                .isEqualTo(app.role());
    }

    /** A proof that the sidecar claims to have seen is not one that ADMIN_EMAILS trusts. */
    @Test
    void cannotProveAnAddress() {
        sql.run("INSERT INTO users (email, email_verified) VALUES ('founder@example.org', now())");

        assertThat(TestDatabase.get()
                        .sql()
                        .list(Object.class, "SELECT email_proven_at FROM users WHERE email = 'founder@example.org'"))
                .containsOnlyNulls();
    }

    /** With the id came the names: a name is reserved to the id that had it. */
    @Test
    void cannotComeBackAsSomebodyWhoIsGone() {
        TestDatabase.get()
                .sql()
                .run(
                        "UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now() WHERE id = ?",
                        boss.id());
        TestDatabase.get()
                .sqlAs("pana_eraser")
                .one(Object.class, "SELECT coalesce(internal.erase_user(?), 'gone')", boss.id());

        assertThat(sql.refusal("INSERT INTO users (id, email) VALUES (?, 'm@example.org')", boss.id())
                        .constraint())
                .isEqualTo("users_pkey");
    }

    private List<String> rolesOf(String token) throws SQLException {
        var roles = TestDatabase.get()
                .sqlAs("pana_ops")
                .one(Array.class, "SELECT roles FROM internal.session_actor(?)", token);
        return List.of((String[]) roles.getArray());
    }
}
