package club.panamia.ops.moderation;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReportsResourceTest {

    private static final String PATH = "/api/ops/reports";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person mod;
    private Person ana;
    private Person ben;
    private String article;

    @BeforeEach
    void people() {
        mod = seed.withRole("Moe", "contentModerator");
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        article = seed.publishedArticle(ana, "hola");
    }

    @Test
    void showsWhatWaitsTheLongestWaitingFirst() {
        var first = report(ben, "spam", "Sells pills");
        var second = report(seed.person("Cleo"), "falsehood", null);
        settled(report(seed.person("Dan"), "other", null));

        var page = list(mod, "?limit=1");

        page.body("items", hasSize(1))
                .body("items[0].id", is(first))
                .body("items[0].source", is("article"))
                .body("items[0].title", is("Title of hola"))
                .body("items[0].path", is("/a/hola"))
                .body("items[0].state", is("published"))
                .body("items[0].author", is("Ana"))
                .body("items[0].reporter", is("Ben"))
                .body("items[0].reason", is("spam"))
                .body("items[0].note", is("Sells pills"))
                .body("items[0].settledAt", nullValue());
        list(mod, "?limit=1&cursor=" + page.extract().path("nextCursor"))
                .body("items.id", is(List.of(second)))
                .body("nextCursor", nullValue());
    }

    @Test
    void findsThemByStateSourceAndReason() {
        var spam = report(ben, "spam", null);
        var other = report(seed.person("Cleo"), "other", null);
        var old = settled(report(seed.person("Dan"), "spam", null));

        list(mod, "?reason=spam").body("items.id", is(List.of(spam)));
        list(mod, "?state=upheld").body("items.id", is(List.of(old)));
        list(mod, "?state=dismissed").body("items", hasSize(0));
        list(mod, "?state=all&source=article").body("items.id", is(List.of(spam, other, old)));
    }

    @Test
    void letsReportersSeeThatTheirWordsWereRead() {
        report(ben, "spam", "Sells pills");

        list(mod, "");

        assertThat(sql.list(
                        String.class,
                        "SELECT subject_id FROM internal.security_event WHERE action = 'record-read' AND actor_id = ?",
                        mod.id()))
                .containsExactly(ben.id());
    }

    @Test
    void doesNotSayWhoHasLeft() {
        report(ben, "spam", null);
        sql.run("UPDATE internal.article_report SET reporter_id = NULL");

        list(mod, "").body("items[0].reporter", nullValue());
    }

    @Test
    void exportsThemWithoutFormulas() {
        report(ben, "spam", "=1+1, and \"more\"");
        settled(report(seed.person("Cleo"), "other", null));

        var csv = as(mod).get(PATH + ".csv?state=all")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("Ben,spam,\"'=1+1, and \"\"more\"\"\"").contains(",upheld,");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.security_event WHERE actor_id = ?", mod.id()))
                .isEqualTo(2);
    }

    @Test
    void keepsWhoSettledAReportAndHow() {
        var id = report(ben, "spam", null);

        settle(seed.admin("Ada"), "article", id, "dismissed").statusCode(204);

        assertThat(sql.one(
                        String.class,
                        "SELECT outcome || ' by ' || u.name FROM internal.article_report r JOIN users u ON u.id = r.settled_by"
                                + " WHERE settled_at IS NOT NULL"))
                .isEqualTo("dismissed by Person Ada");
    }

    @Test
    void settlesAReportOnce() {
        var id = report(ben, "spam", null);
        settle(mod, "article", id, "upheld").statusCode(204);

        settle(seed.admin("Ada"), "article", id, "dismissed")
                .statusCode(409)
                .body("type", is("/problems/report-already-settled"));

        assertThat(sql.one(String.class, "SELECT outcome FROM internal.article_report"))
                .isEqualTo("upheld");
    }

    @Test
    void letsOneOfManyModeratorsAtOnceSettleIt() {
        var id = report(ben, "spam", null);

        var answers = Race.of(
                8,
                i -> () -> settle(mod, "article", id, i % 2 == 0 ? "upheld" : "dismissed")
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(204).contains(409).containsOnly(204, 409);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        settle(mod, "article", "nothing", "upheld").statusCode(404).body("type", is("/problems/no-such-report"));
        settle(mod, "song", report(ben, "spam", null), "upheld").statusCode(404);
        settle(mod, "article", "x", "maybe").statusCode(422);
        as(mod).contentType(ContentType.JSON)
                .body("{}")
                .put(PATH + "/article/x/settlement")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=lost", "?source=song", "?reason=SPAM", "?limit=0", "?cursor=x"})
    void refusesAQuestionThatMakesNoSense(String query) {
        as(mod).get(PATH + query).then().statusCode(422);
    }

    @Test
    void isForModeratorsOnly() {
        as(ben).get(PATH).then().statusCode(403);
        as(seed.withRole("Mel", "mentoringModerator")).get(PATH).then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
        as(ben).get(PATH + ".csv").then().statusCode(403);
        settle(ben, "article", report(ben, "spam", null), "upheld").statusCode(403);
    }

    private String report(Person reporter, String reason, String note) {
        return sql.one(
                String.class,
                "INSERT INTO internal.article_report (article_id, reporter_id, reason, note) VALUES (?, ?, ?, ?) RETURNING id",
                article,
                reporter.id(),
                reason,
                note);
    }

    private String settled(String id) {
        sql.run("UPDATE internal.article_report SET outcome = 'upheld', settled_at = now() WHERE id = ?", id);
        return id;
    }

    private ValidatableResponse list(Person reader, String query) {
        return as(reader).get(PATH + query).then().statusCode(200);
    }

    private ValidatableResponse settle(Person moderator, String source, String id, String outcome) {
        return as(moderator)
                .contentType(ContentType.JSON)
                .body("{\"outcome\": \"%s\"}".formatted(outcome))
                .put(PATH + "/" + source + "/" + id + "/settlement")
                .then();
    }
}
