package club.panamia.social.report;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people say against actors and posts. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReportResourceTest {

    private static final String REPORTS = "/api/social/reports";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    ForgetWordings forgetWordings;

    private Person ana;
    private Person zoe;
    private Person moe;

    @BeforeEach
    void somebodyWhoSpeaksAndSomebodyWhoReads() {
        ana = joined("Ana");
        zoe = joined("Zoe");
        moe = new Seed().withRole("moe", "contentModerator");
    }

    @Test
    void bringsAPostToTheModeratorsWithWhatItSays() {
        var post = said(ana, "Buy this", "public");

        reportPost(zoe, post, "spam", " Ten times a day. ").statusCode(204);

        open().body("items.statusId", contains(post))
                .body("items[0].about", is("post"))
                .body("items[0].actorId", is(actorId(ana)))
                .body("items[0].handle", is("Ana@localhost"))
                .body("items[0].standing", is("good"))
                .body("items[0].wording", is("<p>Buy this</p>"))
                .body("items[0].reason", is("spam"))
                .body("items[0].note", is("Ten times a day."))
                .body("items[0].screenname", is("Zoe"));
    }

    @Test
    void keepsWhatAPostSaidWhenItGoes() {
        var post = said(ana, "Buy this", "public");
        reportPost(zoe, post, "spam", null).statusCode(204);

        as(ana).delete("/api/social/statuses/" + post).then().statusCode(204);

        open().body("items.wording", contains("<p>Buy this</p>")).body("items[0].statusId", nullValue());
    }

    @Test
    void bringsAnActorToTheModerators() {
        reportActor(zoe, "ANA", "harassment", null).statusCode(204);

        open().body("items.about", contains("actor"))
                .body("items[0].actorId", is(actorId(ana)))
                .body("items[0].wording", nullValue());
    }

    @Test
    void isForWhoeverSeesThePost() {
        var secret = saidTo(ana, "Psst", zoe);
        var mia = new Seed().person("Mia");
        var post = said(ana, "Hola", "public");
        blocks(ana, zoe);

        reportPost(mia, secret, "spam", null).statusCode(404).body("type", is("/problems/no-such-status"));
        reportPost(zoe, post, "spam", null).statusCode(404);
        reportPost(mia, post, "spam", null).statusCode(204);
        reportPost(mia, "nothing", "spam", null).statusCode(404);
        reportActor(mia, "nobody", "spam", null).statusCode(404).body("type", is("/problems/no-such-actor"));
        reportActor(zoe, "ana", "harassment", "Also when she blocks me.").statusCode(204);
    }

    @Test
    void isOnePerPersonAndTheLastWordCountsUntilItIsSettled() {
        var post = said(ana, "Hola", "public");
        reportPost(zoe, post, "spam", null).statusCode(204);
        reportPost(zoe, post, "rights", "My picture.").statusCode(204);
        reportActor(zoe, "ana", "other", null).statusCode(204);

        open().body("items.reason", contains("rights", "other"));
        settle(moe, idOf("rights"), "dismissed").statusCode(204);
        reportPost(zoe, post, "spam", "Again.").statusCode(204);

        open().body("items.reason", contains("other"));
        assertThat(sql.one(String.class, "SELECT note FROM internal.social_report WHERE settled_at IS NOT NULL"))
                .isEqualTo("My picture.");
    }

    @Test
    void isOnePerPersonHoweverFastTheyClick() {
        var post = said(ana, "Hola", "public");

        var answers = Race.of(
                6, i -> () -> reportPost(zoe, post, "spam", null).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.social_report"))
                .isEqualTo(1);
    }

    @Test
    void isSettledByOneModerator() {
        reportActor(zoe, "ana", "spam", null).statusCode(204);
        var id = idOf("spam");

        var answers = Race.of(
                4,
                i -> () -> settle(moe, id, i % 2 == 0 ? "upheld" : "dismissed")
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(204)
                .filteredOn(status -> status == 409)
                .hasSize(3);
        assertThat(sql.one(String.class, "SELECT settled_by FROM internal.social_report"))
                .isEqualTo(moe.id());
        settle(moe, "nothing", "upheld").statusCode(404).body("type", is("/problems/no-such-report"));
        open().body("items", empty());
    }

    @Test
    void isLimitedAndRefusesWhatIsNoReport() {
        reportActor(zoe, "ana", "dislike", null).statusCode(422);
        reportActor(zoe, "ana", "spam", "x".repeat(1001)).statusCode(422).body("errors[0].path", is("/note"));
        for (var i = 0; i < 20; i++) {
            reportActor(zoe, "ana", "spam", null).statusCode(204);
        }

        reportActor(zoe, "ana", "spam", null).statusCode(429);
    }

    @Test
    void forgetsWhatAPostSaidThirtyDaysAfterTheSettlement() {
        reportPost(zoe, said(ana, "Old", "public"), "spam", null).statusCode(204);
        reportPost(zoe, said(ana, "New", "public"), "spam", null).statusCode(204);
        reportPost(zoe, said(ana, "Open", "public"), "spam", null).statusCode(204);
        sql.run(
                "UPDATE internal.social_report SET outcome = 'upheld', settled_at = now() - CASE WHEN wording LIKE '%Old%'"
                        + " THEN interval '31 days' ELSE interval '29 days' END WHERE wording NOT LIKE '%Open%'");

        assertThat(forgetWordings.run().await().atMost(Duration.ofSeconds(10))).isEqualTo(1);

        assertThat(sql.list(
                        String.class,
                        "SELECT wording FROM internal.social_report WHERE wording IS NOT NULL ORDER BY id"))
                .containsExactly("<p>New</p>", "<p>Open</p>");
    }

    @Test
    void isForMembersToFileAndForModeratorsToRead() {
        anonymous().put("/api/social/actors/ana/report").then().statusCode(401);
        anonymous().get(REPORTS).then().statusCode(401);
        as(ana).get(REPORTS).then().statusCode(403);
        settle(ana, "any", "upheld").statusCode(403);
    }

    private String idOf(String reason) {
        return sql.one(
                String.class, "SELECT id FROM internal.social_report WHERE settled_at IS NULL AND reason = ?", reason);
    }

    private ValidatableResponse open() {
        return as(moe).get(REPORTS).then().statusCode(200);
    }

    private static ValidatableResponse reportPost(Person person, String id, String reason, String note) {
        return report(person, "/api/social/statuses/" + id + "/report", reason, note);
    }

    private static ValidatableResponse reportActor(Person person, String username, String reason, String note) {
        return report(person, "/api/social/actors/" + username + "/report", reason, note);
    }

    private static ValidatableResponse report(Person person, String path, String reason, String note) {
        var body = new HashMap<String, String>();
        body.put("reason", reason);
        body.put("note", note);
        return as(person).contentType(ContentType.JSON).body(body).put(path).then();
    }

    private static ValidatableResponse settle(Person person, String id, String outcome) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"" + outcome + "\"}")
                .put(REPORTS + "/" + id + "/settlement")
                .then();
    }
}
