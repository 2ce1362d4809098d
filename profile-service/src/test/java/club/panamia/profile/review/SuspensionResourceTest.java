package club.panamia.profile.review;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SuspensionResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ada;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ada = seed.admin("Ada");
    }

    @Test
    void takesAProfileOutOfSightAndItsPersonOutOfTheSocialPart() {
        var id = Walk.submitted(ana, "Ana");
        Walk.approve(ada, id);

        suspend(ada, id).statusCode(200).body("status", is("suspended")).body("reason", is("Spam."));

        anonymous().get("/api/profiles/ana").then().statusCode(404);
        as(ana).get("/api/profiles/me").then().body("status", is("suspended")).body("reviewReason", is("Spam."));
        assertThat(sql.rows("SELECT active, social_eligible, social_ineligible_reason FROM profiles")
                        .getFirst())
                .containsEntry("active", false)
                .containsEntry("social_eligible", false)
                .containsEntry("social_ineligible_reason", "suspended");
        assertThat(Walk.events()).endsWith("profile.profile.suspended");
        assertThat(Walk.history()).endsWith("suspended Spam.");
        assertThat(Walk.mails()).endsWith("profile-suspended " + ana.email());
    }

    @Test
    void givesBackWhatItWas() {
        var id = Walk.submitted(ana, "Ana");
        Walk.approve(ada, id);
        suspend(ada, id);

        restore(ada, id).statusCode(200).body("status", is("approved"));

        anonymous().get("/api/profiles/ana").then().statusCode(200);
        assertThat(sql.one(Boolean.class, "SELECT social_eligible AND suspended_from IS NULL FROM profiles"))
                .isTrue();
        assertThat(Walk.mails()).endsWith("profile-restored " + ana.email());
    }

    @Test
    void showsNobodyWhatWasNotApprovedOrIsHidden() {
        var draft = Walk.draft(ana, "Ana");
        suspend(ada, draft);
        restore(ada, draft).statusCode(200).body("status", is("draft"));

        Walk.submit(ana);
        Walk.approve(ada, draft);
        as(ana).delete("/api/profiles/me/visibility");
        suspend(ada, draft);
        restore(ada, draft).body("status", is("approved"));

        anonymous().get("/api/profiles/ana").then().statusCode(404);
    }

    @Test
    void leavesItsOwnerNoWayAround() {
        var id = Walk.draft(ana, "Ana");
        suspend(ada, id);

        Walk.submit(ana).statusCode(409);
        as(ana).delete("/api/profiles/me").then().statusCode(409);
        as(ana).put("/api/profiles/me/visibility").then().body("active", is(false));
        Walk.change(ana, "*", "{\"name\": \"Ana B.\"}").statusCode(200).body("status", is("suspended"));
        Walk.approve(ada, id).statusCode(409);
    }

    @Test
    void happensOnce() {
        var id = Walk.draft(ana, "Ana");

        var answers = Race.of(6, runner -> () -> suspend(ada, id).extract().statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(5);
        assertThat(Walk.mails()).hasSize(1);
        restore(ada, id).statusCode(200);
        restore(ada, id).statusCode(409).body("type", is("/problems/profile-not-suspended"));
    }

    @Test
    void isForAdministratorsWithAReason() {
        var id = Walk.draft(ana, "Ana");

        suspend(ana, id).statusCode(403);
        suspend(seed.withRole("Moe", "contentModerator"), id).statusCode(403);
        restore(ana, id).statusCode(403);
        anonymous().delete(suspension(id)).then().statusCode(401);
        suspend(ada, "pnobody").statusCode(404);
        as(ada).contentType(ContentType.JSON)
                .body("{\"reason\": \" \"}")
                .put(suspension(id))
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));
        assertThat(Walk.statusOf(id)).isEqualTo("draft");
    }

    private static ValidatableResponse suspend(Person admin, String id) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Spam."))
                .put(suspension(id))
                .then();
    }

    private static ValidatableResponse restore(Person admin, String id) {
        return as(admin).delete(suspension(id)).then();
    }

    private static String suspension(String id) {
        return "/api/profiles/" + id + "/suspension";
    }
}
