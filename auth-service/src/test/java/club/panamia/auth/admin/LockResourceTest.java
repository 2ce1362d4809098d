package club.panamia.auth.admin;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LockResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void endsEverySessionAtOnceAndEveryTokenThatIsLookedUp() {
        var ada = seed.admin("Ada");
        var ben = seed.person("Ben");
        var phone = seed.session(ben.id(), "sidecar_shop", Duration.ofDays(1));
        var program = Bearer.of(ben);
        program.calls().get("/api/users/me/leaving").then().statusCode(200);

        lock(as(ada), ben, " spam ").then().statusCode(204);

        as(ben).get("/api/auth/session").then().statusCode(401);
        withToken(phone).get("/api/auth/session").then().statusCode(401);
        program.calls().get("/api/users/me/leaving").then().statusCode(401);
        assertThat(sql.list(String.class, "SELECT public_id FROM sessions WHERE user_id = ?", ben.id()))
                .isEmpty();
        assertThat(Trail.of(ben)).containsExactly("account-locked by Ada: spam");
        assertThat(events()).containsExactly("auth.user.locked");
    }

    @Test
    void isLiftedAgain() {
        var ada = seed.admin("Ada");
        var ben = seed.person("Ben");
        lock(as(ada), ben, "spam");
        lock(as(ada), ben, "spam").then().statusCode(204);

        as(ada).delete(path(ben)).then().statusCode(204);
        as(ada).delete(path(ben)).then().statusCode(204);

        assertThat(sql.one(
                        Boolean.class,
                        "SELECT locked_at IS NULL AND lock_reason IS NULL FROM users WHERE id = ?",
                        ben.id()))
                .isTrue();
        assertThat(Trail.of(ben)).containsExactly("account-locked by Ada: spam", "account-unlocked by Ada");
        assertThat(events()).containsExactly("auth.user.locked", "auth.user.unlocked");
    }

    @Test
    void isRefusedForOneselfAndThatIsNoted() {
        var ada = seed.admin("Ada");
        seed.admin("Eva");

        lock(as(ada), ada, "tired").then().statusCode(409).body("type", is("/problems/own-account"));

        assertThat(Trail.of(ada)).containsExactly("administration-refused by Ada: own-account");
        as(ada).get("/api/auth/session").then().statusCode(200);
        assertThat(events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void needsAReason(String reason) {
        lock(as(seed.admin("Ada")), seed.person("Ben"), reason)
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));
    }

    @Test
    void isForPeopleWhoAreThere() {
        var ada = seed.admin("Ada");
        var gone = seed.person("Gone");
        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL,"
                        + " screenname = NULL, name = NULL WHERE id = ?",
                gone.id());

        lock(as(ada), gone, "spam").then().statusCode(404);
        as(ada).delete("/api/auth/admin/users/nobody/lock").then().statusCode(404);
    }

    @Test
    void isForAdministrators() {
        var ben = seed.person("Ben");

        lock(as(ben), ben, "spam").then().statusCode(403);
        lock(as(seed.withRole("Moe", "contentModerator")), ben, "spam").then().statusCode(403);
        lock(anonymous(), ben, "spam").then().statusCode(401);
        as(ben).delete(path(ben)).then().statusCode(403);
        anonymous().delete(path(ben)).then().statusCode(401);
        lock(
                        given().cookie("authjs.session-token", seed.admin("Ada").sessionToken())
                                .header("Origin", "https://evil.example"),
                        ben,
                        "spam")
                .then()
                .statusCode(403)
                .body("type", is("/problems/wrong-origin"));

        assertThat(sql.one(Boolean.class, "SELECT locked_at IS NULL FROM users WHERE id = ?", ben.id()))
                .isTrue();
    }

    private static Response lock(RequestSpecification caller, Person person, String reason) {
        return caller.contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .put(path(person));
    }

    private static String path(Person person) {
        return "/api/auth/admin/users/" + person.id() + "/lock";
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT type FROM internal.event ORDER BY id");
    }
}
