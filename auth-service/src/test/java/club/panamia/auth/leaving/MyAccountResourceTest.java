package club.panamia.auth.leaving;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MyAccountResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Sql superuser = new Sql(TestDatabase.get().asAdmin(), null);

    @Inject
    EventPump pump;

    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
        sql.run(
                "UPDATE users SET image = '/media/ana-face', zip_code = '33101-ana', alternate_emails = '{ana@second.example}',"
                        + " notification_preferences = '{\"systemAnnouncements\": false}',"
                        + " affiliate = '{\"code\": \"CPABCDEFGH12\", \"activated\": true}' WHERE id = ?",
                ana.id());
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id) VALUES (?, 'oidc', 'google', 'ana-at-google')",
                ana.id());
        sql.run(
                "INSERT INTO verification_tokens (identifier, token, expires) VALUES ('ana@example.org', 'x', now()), ('ana@second.example', 'y', now())");
        sql.run(
                "INSERT INTO o_auth_verifications (email, provider, provider_account_id, verification_token, browser_hash, expires_at)"
                        + " VALUES ('ana@example.org', 'wikimedia', '1', 'hash', 'browser', now())");
    }

    @AfterEach
    void withoutApps() {
        superuser.run("DROP SCHEMA IF EXISTS app_of_a_test CASCADE");
    }

    @Test
    void isGoneAtOnceWithEverythingThatOpensOrNamesIt() {
        as(ana).post("/api/users/me/export").then().statusCode(202);

        delete(ana, "anonymise").then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
        pump();

        as(ana).get("/api/auth/session").then().statusCode(401);
        for (var word : new String[] {
            "ana@example.org",
            "ana@second.example",
            "Person Ana",
            "ana-face",
            "33101-ana",
            "ana-at-google",
            "CPABCDEFGH12",
            ana.sessionToken(),
            "systemAnnouncements"
        }) {
            assertThat(Traces.of(word)).as(word).isEmpty();
        }
        // The tombstone and its file, the reserved name, the trail, and the log of events until it is pruned.
        assertThat(Traces.of(ana.id()))
                .containsExactlyInAnyOrder(
                        "internal.event.actor_id",
                        "internal.event.payload",
                        "internal.screenname_claim.user_id",
                        "internal.security_event.actor_id",
                        "internal.security_event.subject_id",
                        "internal.subject_request.user_id",
                        "public.screenname_history.user_id",
                        "public.users.id");
        assertThat(sql.list(String.class, "SELECT type FROM internal.event ORDER BY id"))
                .containsExactly("auth.user.export-requested", "auth.user.deleted");
    }

    @Test
    void leavesItsScreennameTaken() {
        delete(ana, "keep").then().statusCode(204);

        assertThat(sql.refusal(
                                "UPDATE users SET screenname = ' ANA ' WHERE id = ?",
                                seed.person("Ben").id())
                        .constraint())
                .isEqualTo("screenname_claim_pkey");
        assertThat(sql.list(String.class, "SELECT credit FROM internal.subject_request"))
                .containsExactly("Ana");
    }

    @Test
    void letsItsAddressBeginAnew() {
        delete(ana, "keep").then().statusCode(204);

        assertThat(sql.one(String.class, "INSERT INTO users (email) VALUES ('ana@example.org') RETURNING id"))
                .isNotEqualTo(ana.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymize", "KEEP"})
    void needsTheChoiceOfAuthorship(String authorship) {
        delete(ana, authorship).then().statusCode(422).body("errors[0].path", is("authorship"));
        as(ana).delete("/api/users/me").then().statusCode(422);
        as(ana).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void needsASignInOfTheLastMinutesByThisService() {
        sql.run("UPDATE sessions SET created_at = now() - interval '16 minutes'");
        delete(ana, "keep").then().statusCode(403).body("type", is("/problems/recent-sign-in-needed"));

        var shop = seed.session(ana.id(), "sidecar_shop", Duration.ofDays(1));
        withToken(shop)
                .queryParam("authorship", "keep")
                .delete("/api/users/me")
                .then()
                .statusCode(403);

        assertThat(sql.list(String.class, "SELECT id FROM users WHERE scrubbed_at IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void isNotForTheOnlyAdministratorAndThatIsNoted() {
        var eva = seed.admin("Eva");

        delete(eva, "keep")
                .then()
                .statusCode(409)
                .body("type", is("/problems/leaving-blocked"))
                .body("blockers", contains("last-admin"));

        assertThat(sql.list(String.class, "SELECT action FROM internal.security_event WHERE subject_id = ?", eva.id()))
                .containsExactly("deletion-refused");
        assertThat(sql.list(String.class, "SELECT id FROM internal.subject_request"))
                .isEmpty();
        as(eva).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void isOnlyHeldUpByTheLastOfManyAdministrators() {
        var eva = seed.admin("Eva");
        var ida = seed.admin("Ida");

        var answers = Race.of(2, i -> () -> delete(i == 0 ? eva : ida, "keep").statusCode());

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users WHERE role = 'admin'"))
                .isOne();
    }

    @Test
    void happensOnceForManyClicks() {
        var answers = Race.of(5, i -> () -> delete(ana, "keep").statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 401 || status == 403);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'auth.user.deleted'"))
                .isOne();
    }

    @Test
    void isRefusedInWordsByAConstraintThatNobodyHereKnows() {
        superuser.run("CREATE SCHEMA app_of_a_test");
        superuser.run(
                "CREATE TABLE app_of_a_test.badges (account_id text CONSTRAINT badges_account_fkey REFERENCES accounts (id))");
        superuser.run("INSERT INTO app_of_a_test.badges SELECT id FROM accounts");

        delete(ana, "keep")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/leaving-blocked"))
                .body("constraint", is("badges_account_fkey"));

        as(ana).get("/api/users/me").then().body("email", is("ana@example.org"));
    }

    @Test
    void isNotVetoedByAnAppsKey() {
        superuser.run("CREATE SCHEMA app_of_a_test");
        superuser.run("CREATE TABLE app_of_a_test.bookings (owner_id text REFERENCES users (id) ON DELETE RESTRICT)");
        superuser.run("INSERT INTO app_of_a_test.bookings SELECT id FROM users");

        delete(ana, "keep").then().statusCode(204);

        assertThat(Traces.of("ana@example.org")).isEmpty();
    }

    @Test
    void isForTheSignedInOnAPageOfOurs() {
        anonymous()
                .queryParam("authorship", "keep")
                .delete("/api/users/me")
                .then()
                .statusCode(401);
        given().cookie(Callers.COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .queryParam("authorship", "keep")
                .delete("/api/users/me")
                .then()
                .statusCode(403);
    }

    private static Response delete(Person person, String authorship) {
        return as(person).queryParam("authorship", authorship).delete("/api/users/me");
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
