package club.panamia.content.report;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.content.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReportResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person zoe;
    private Person moe;

    @BeforeEach
    void aPublishedArticleAndItsReaders() {
        ana = seed.person("ana");
        zoe = seed.person("zoe");
        moe = seed.withRole("moe", "contentModerator");
        seed.publishedArticle(ana, "hola");
    }

    @Test
    void reachesTheModerators() {
        report(zoe, "hola", "falsehood", " It is not so. ").statusCode(204);

        open().body("items.slug", contains("hola"))
                .body("items[0].reason", is("falsehood"))
                .body("items[0].note", is("It is not so."))
                .body("items[0].screenname", is("zoe"))
                .body("items[0].articleStatus", is("published"));
    }

    @Test
    void isOnePerReaderAndTheLastWordCounts() {
        report(zoe, "hola", "spam", null).statusCode(204);
        report(zoe, "hola", "rights", "My picture.").statusCode(204);
        report(ana, "hola", "other", null).statusCode(204);

        open().body("items.reason", contains("rights", "other"));
    }

    @Test
    void isOnePerReaderHoweverFastTheyClick() {
        var answers = Race.of(
                6, i -> () -> report(zoe, "hola", "spam", null).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_report"))
                .isEqualTo(1);
    }

    @Test
    void tellsNobodyWhatBecameOfAnEarlierOne() {
        report(zoe, "hola", "spam", "First.").statusCode(204);
        settle(moe, theReport(), "dismissed").statusCode(204);

        report(zoe, "hola", "spam", "Again.").statusCode(204);

        open().body("items", empty());
        assertThat(sql.one(String.class, "SELECT note FROM internal.article_report"))
                .isEqualTo("First.");
    }

    @Test
    void isSettledByOneModerator() {
        report(zoe, "hola", "spam", null).statusCode(204);
        var id = theReport();

        var answers = Race.of(
                4,
                i -> () -> settle(moe, id, i % 2 == 0 ? "upheld" : "dismissed")
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(204)
                .filteredOn(status -> status == 409)
                .hasSize(3);
        settle(moe, id, "upheld").statusCode(409).body("type", is("/problems/report-already-settled"));
        settle(moe, "nothing", "upheld").statusCode(404).body("type", is("/problems/no-such-report"));
    }

    @Test
    void showsThoseThatWaitLongestFirst() {
        report(zoe, "hola", "spam", null).statusCode(204);
        report(ana, "hola", "other", null).statusCode(204);

        String next = as(moe).get("/api/articles/reports?limit=1")
                .then()
                .body("items.reason", contains("spam"))
                .extract()
                .path("nextCursor");

        as(moe).queryParam("cursor", next)
                .get("/api/articles/reports?limit=1")
                .then()
                .body("items.reason", contains("other"))
                .body("nextCursor", nullValue());
    }

    @Test
    void isLimited() {
        for (var i = 0; i < 20; i++) {
            report(zoe, "hola", "spam", null).statusCode(204);
        }

        report(zoe, "hola", "spam", null).statusCode(429);
    }

    @Test
    void refusesWhatIsNoReport() {
        report(zoe, "hola", "dislike", null).statusCode(422);
        report(zoe, "hola", "spam", "x".repeat(1001)).statusCode(422).body("errors[0].path", is("/note"));
        report(zoe, "nowhere", "spam", null).statusCode(404).body("type", is("/problems/no-such-article"));
        report(zoe, Walk.draft(ana, "Draft"), "spam", null).statusCode(404);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.article_report"))
                .isZero();
    }

    @Test
    void isForMembersToFileAndForModeratorsToRead() {
        anonymous().put(Walk.path("hola", "/report")).then().statusCode(401);
        anonymous().get("/api/articles/reports").then().statusCode(401);
        as(ana).get("/api/articles/reports").then().statusCode(403);
        settle(ana, "any", "upheld").statusCode(403);
        anonymous().put("/api/articles/reports/any/settlement").then().statusCode(401);
    }

    private String theReport() {
        return sql.one(String.class, "SELECT id FROM internal.article_report");
    }

    private ValidatableResponse open() {
        return as(moe).get("/api/articles/reports").then().statusCode(200);
    }

    private static ValidatableResponse report(Person person, String slug, String reason, String note) {
        var body = note == null ? Map.of("reason", reason) : Map.of("reason", reason, "note", note);
        return Walk.put(person, Walk.path(slug, "/report"), body);
    }

    private static ValidatableResponse settle(Person person, String id, String outcome) {
        return Walk.put(person, "/api/articles/reports/" + id + "/settlement", Map.of("outcome", outcome));
    }
}
