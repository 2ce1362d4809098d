package club.panamia.profile.grant;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class GrantsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ada;
    private String id;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ada = seed.admin("Ada");
        id = seed.approvedProfile(ana);
    }

    @Test
    void givesABadgeThatEverybodySees() {
        as(ada).put(badge("pana-verified"))
                .then()
                .statusCode(200)
                .body("badges", contains("pana-verified"))
                .body("verifiedBy", is(ada.id()))
                .body("verifiedOn", notNullValue());

        anonymous().get("/api/profiles/ana").then().body("badges", contains("pana-verified"));
        anonymous().get("/api/directory").then().body("items[0].badges", contains("pana-verified"));
        anonymous().get("/api/directory/featured").then().body("items.id", contains(id));
        assertThat(Walk.events()).containsExactly("profile.badge.granted");
        assertThat(Walk.history()).containsExactly("badge_granted pana-verified");
    }

    @Test
    void takesItAgain() {
        as(ada).put(badge("legal-age"));
        as(ada).put(badge("pana-verified"));

        as(ada).delete(badge("pana-verified")).then().statusCode(200).body("badges", contains("legal-age"));

        anonymous().get("/api/profiles/ana").then().body("badges", contains("legal-age"));
        anonymous().get("/api/directory/featured").then().body("items", empty());
        assertThat(Walk.history())
                .containsExactly(
                        "badge_granted legal-age", "badge_granted pana-verified", "badge_revoked pana-verified");
    }

    @ParameterizedTest
    @CsvSource({
        "mentoring-moderator,mentoring-moderator",
        "event-organizer,event-organizer",
        "content-moderator,content-moderator"
    })
    void givesARoleThatHoldsWithTheNextRequestAndTakesItSo(String role, String known) {
        var roles = "SELECT unnest(roles) FROM internal.session_actor(?)";
        as(ada).put(role(role)).then().statusCode(200).body("roles", contains(role));
        assertThat(sql.list(String.class, roles, ana.sessionToken())).contains(known);

        as(ada).delete(role(role)).then().statusCode(200).body("roles", empty());
        assertThat(sql.list(String.class, roles, ana.sessionToken())).containsExactly("member");
    }

    @Test
    void opensTheReviewQueueToANewModeratorAtOnce() {
        as(ana).get("/api/profiles/review-queue").then().statusCode(403);

        as(ada).put(role("content-moderator"));
        as(ana).get("/api/profiles/review-queue").then().statusCode(200);

        as(ada).delete(role("content-moderator"));
        as(ana).get("/api/profiles/review-queue").then().statusCode(403);
    }

    @Test
    void saysNothingNewTheSecondTime() {
        as(ada).put(role("event-organizer"));
        as(ada).put(role("event-organizer")).then().statusCode(200).body("roles", contains("event-organizer"));
        as(ada).delete(badge("legal-age")).then().statusCode(200);

        assertThat(Walk.history()).containsExactly("role_granted event-organizer");
        assertThat(Walk.events()).containsExactly("profile.role.granted");
    }

    @Test
    void losesNothingWhereTwoAdministratorsGrantAtTheSameTime() {
        var grants =
                List.of(badge("legal-age"), badge("pana-verified"), role("event-organizer"), role("content-moderator"));

        var answers =
                Race.of(8, runner -> () -> as(ada).put(grants.get(runner % 4)).statusCode());

        assertThat(answers).containsOnly(200);
        as(ana).get("/api/profiles/me")
                .then()
                .body("badges", contains("pana-verified", "legal-age"))
                .body("roles", contains("event-organizer", "content-moderator"));
        assertThat(Walk.history()).hasSize(4);
    }

    @Test
    void knowsNoOtherBadgeRoleOrProfile() {
        as(ada).put(badge("king")).then().statusCode(404).body("type", is("/problems/no-such-badge"));
        as(ada).put(role("admin")).then().statusCode(404).body("type", is("/problems/no-such-role"));
        as(ada).put("/api/profiles/pnobody/badges/legal-age").then().statusCode(404);
    }

    @Test
    void grantsNothingToNobody() {
        var unclaimed = Walk.unclaimed("shop@example.org");

        as(ada).put("/api/profiles/" + unclaimed + "/roles/content-moderator")
                .then()
                .statusCode(409)
                .body("type", is("/problems/profile-not-claimed"));
    }

    @Test
    void isForAdministrators() {
        for (var person : List.of(ana, seed.withRole("Moe", "contentModerator"))) {
            as(person).put(badge("legal-age")).then().statusCode(403);
            as(person).delete(badge("legal-age")).then().statusCode(403);
            as(person).put(role("content-moderator")).then().statusCode(403);
            as(person).delete(role("content-moderator")).then().statusCode(403);
        }
        anonymous().put(badge("legal-age")).then().statusCode(401);
        anonymous().put(role("content-moderator")).then().statusCode(401);
        assertThat(Walk.history()).isEmpty();
    }

    private String badge(String badge) {
        return "/api/profiles/" + id + "/badges/" + badge;
    }

    private String role(String role) {
        return "/api/profiles/" + id + "/roles/" + role;
    }
}
