package club.panamia.schema.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The statements that {@code @auth/drizzle-adapter} 1.11.3 sends for our tables, as its query log shows them ({@code $1} written
 * {@code ?}), in a trusted sidecar's session.
 */
@ExtendWith(EmptyTables.class)
class StockAdapterTest {

    private static final String USER =
            "\"users\".\"id\", \"users\".\"name\", \"users\".\"email\", \"users\".\"email_verified\", \"users\".\"image\"";
    private static final String USER_RETURNED = USER.replace("\"users\".", "");
    private static final String ACCOUNT = """
            "user_id", "type", "provider", "provider_account_id", "refresh_token", "access_token", "expires_at", "token_type", \
            "scope", "id_token", "session_state\"""";

    private final SidecarApp app = SidecarApp.trusted();
    private final Sql sql = app.sql();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void createUser() {
        one("""
                insert into "users" ("id", "name", "email", "email_verified", "image") values (?, ?, ?, ?, ?) returning %s""".formatted(USER_RETURNED), id, "Ana", "ana@example.org", null, null);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void getUser() {
        assertThat(one("select %s from \"users\" where \"users\".\"id\" = ?".formatted(USER_RETURNED), id))
                .containsEntry("email", "ana@example.org");
    }

    @Test
    void getUserByEmailWithoutReadingTheWholeTable() {
        var question = "select %s from \"users\" where \"users\".\"email\" = ?".formatted(USER_RETURNED);

        assertThat(one(question, "ana@example.org")).containsEntry("id", id);
        assertThat(TestDatabase.get()
                        .sql()
                        .list(String.class, "SELECT indexdef FROM pg_indexes WHERE tablename = 'users'"))
                .anyMatch(index -> index.endsWith("USING btree (email)"));
    }

    /** The id is written back with every update. */
    @Test
    void updateUser() {
        var updated = one("""
                update "users" set "id" = ?, "email_verified" = ? where "users"."id" = ? returning %s""".formatted(USER_RETURNED), id, Instant.now(), id);

        assertThat(updated).containsEntry("id", id);
        assertThat(updated.get("email_verified")).isNotNull();
    }

    @Test
    void linkAccountGetUserByAccountAndUnlinkAccount() {
        sql.run("""
                insert into "accounts" (%s) values (?, ?, ?, ?, default, ?, ?, ?, ?, ?, default)""".formatted(ACCOUNT), id, "oidc", "google", "g1", "access", 1, "bearer", "openid", "id");

        var byAccount = """
                select %s, %s from "accounts" inner join "users" on "accounts"."user_id" = "users"."id" \
                where ("accounts"."provider" = ? and "accounts"."provider_account_id" = ?)""".formatted(ACCOUNT.replaceAll("\"(\\w+)\"", "\"accounts\".\"$1\""), USER);
        assertThat(one(byAccount, "google", "g1")).containsEntry("email", "ana@example.org");
        assertThat(one(
                        "select %s from \"accounts\" where (\"accounts\".\"provider\" = ? and \"accounts\".\"provider_account_id\" = ?)"
                                .formatted(ACCOUNT),
                        "google",
                        "g1"))
                .containsEntry("user_id", id);

        sql.run("""
                delete from "accounts" where ("accounts"."provider" = ? and "accounts"."provider_account_id" = ?)""", "google", "g1");
        assertThat(sql.rows(byAccount, "google", "g1")).isEmpty();
    }

    /** The token is written back, too. */
    @Test
    void createSessionGetSessionAndUserUpdateSessionAndDeleteSession() {
        var token = UUID.randomUUID().toString();
        var returned = "\"session_token\", \"user_id\", \"expires\"";
        one(
                "insert into \"sessions\" (%s) values (?, ?, ?) returning %s".formatted(returned, returned),
                token,
                id,
                Instant.now().plusSeconds(3600));

        var sessionAndUser = """
                select "sessions"."session_token", "sessions"."user_id", "sessions"."expires", %s from "sessions" \
                inner join "users" on "users"."id" = "sessions"."user_id" where "sessions"."session_token" = ?""".formatted(USER);
        assertThat(one(sessionAndUser, token)).containsEntry("user_id", id).containsEntry("name", "Ana");

        var updated = one("""
                update "sessions" set "session_token" = ?, "expires" = ? where "sessions"."session_token" = ? returning %s""".formatted(returned), token, Instant.now().plusSeconds(7200), token);
        assertThat(updated).containsEntry("session_token", token);

        sql.run("delete from \"sessions\" where \"sessions\".\"session_token\" = ?", token);
        assertThat(sql.rows(sessionAndUser, token)).isEmpty();
    }

    @Test
    void createVerificationTokenAndUseItOnce() {
        var returned = "\"identifier\", \"token\", \"expires\"";
        one(
                "insert into \"verification_tokens\" (%s) values (?, ?, ?) returning %s".formatted(returned, returned),
                "ana@example.org",
                "hash",
                Instant.now().plusSeconds(60));

        var use = """
                delete from "verification_tokens" where ("verification_tokens"."identifier" = ? and \
                "verification_tokens"."token" = ?) returning %s""".formatted(returned);
        assertThat(one(use, "ana@example.org", "hash")).containsEntry("token", "hash");
        assertThat(sql.rows(use, "ana@example.org", "hash")).isEmpty();
    }

    /** Whose person ends, ends by the suite. */
    @Test
    void deleteUserIsTheSuitesAlone() {
        assertThat(sql.refusal("delete from \"users\" where \"users\".\"id\" = ?", id)
                        .state())
                .isEqualTo("42501");
    }

    private Map<String, Object> one(String statement, Object... values) {
        List<Map<String, Object>> rows = sql.rows(statement, values);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
