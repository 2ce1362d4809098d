package club.panamia.social.draft;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Uploaded.at;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DraftsResourceTest {

    private static final String DRAFTS = "/api/social/drafts";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void keepsWhatIsNotCompleteForItsAuthorOnly() {
        var id = begun(Map.of("content", "Hola"));

        as(ana).get(DRAFTS + "/" + id).then().statusCode(200).body("post.content", is("Hola"));
        put(ana, id, Map.of("content", "Hola panas", "visibility", "public"))
                .statusCode(200)
                .body("post.visibility", is("public"));
        for (var path : List.of("", "/schedule")) {
            as(ben).delete(DRAFTS + "/" + id + path).then().statusCode(404);
        }
        as(ben).get(DRAFTS + "/" + id).then().statusCode(404).body("type", is("/problems/no-such-draft"));
        put(ben, id, Map.of("content", "Mine")).statusCode(404);
        as(ben).post(DRAFTS + "/" + id + "/publication").then().statusCode(404);
        as(ben).get(DRAFTS).then().body("items", hasSize(0));
        anonymous().get(DRAFTS).then().statusCode(401);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).isEmpty();

        as(ana).delete(DRAFTS + "/" + id).then().statusCode(204);
        as(ana).get(DRAFTS + "/" + id).then().statusCode(404);
    }

    @Test
    void becomesAPostWithItsFilesAndGoes() {
        var picture = picture(ana);
        var id = begun(Map.of(
                "content",
                "Hola @ben",
                "visibility",
                "followers",
                "attachments",
                List.of(Map.of("id", picture, "description", "A mural")),
                "location",
                Map.of("latitude", 25.761681, "longitude", -80.191788)));
        assertThat(Traces.of("25.761681")).isEmpty();

        var answer = publish(id).statusCode(201).body("visibility", is("followers"));

        String location = answer.extract().header("Location");
        String url = as(ana).get(location)
                .then()
                .statusCode(200)
                .body("attachments.id", contains(picture))
                .body("location.latitude", is(25.7625f))
                .body("mentions.name", contains("@Ben@localhost"))
                .extract()
                .path("attachments[0].url");
        at(url).statusCode(200);
        assertThat(sql.list(String.class, "SELECT id FROM internal.post_draft")).isEmpty();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type = 'social.status.posted'"))
                .hasSize(1);
    }

    @Test
    void staysWithItsFilesWhereItCannotBePosted() {
        var picture = picture(ana);
        var id =
                begun(Map.of("content", "Hola", "visibility", "public", "attachments", List.of(Map.of("id", picture))));

        publish(id).statusCode(422).body("errors[0].path", is("/attachments/0/description"));

        as(ana).get(DRAFTS + "/" + id).then().statusCode(200).body("post.attachments.id", contains(picture));
        assertThat(sql.list(String.class, "SELECT draft_id FROM internal.social_upload"))
                .containsExactly(id);
        publish(begun(Map.of("content", "Hola"))).statusCode(422).body("errors[0].path", is("/visibility"));
        publish(begun(Map.of("visibility", "public"))).statusCode(422).body("errors[0].path", is("/content"));
        publish(begun(Map.of("content", "Yes", "inReplyTo", "unknown"))).statusCode(404);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).isEmpty();
    }

    @Test
    void holdsOnesOwnUploadsOneDraftEach() {
        var picture = picture(ana);
        var other = picture(ana);
        var id = begun(Map.of("attachments", List.of(Map.of("id", picture))));

        begin(Map.of("attachments", List.of(Map.of("id", picture)))).statusCode(422);
        begin(Map.of("attachments", List.of(Map.of("id", picture(ben))))).statusCode(422);
        begin(Map.of("attachments", List.of(Map.of("id", other), Map.of("id", other))))
                .statusCode(422);
        as(ana).delete("/api/social/media/" + picture).then().statusCode(404);
        put(ana, id, Map.of("attachments", List.of(Map.of("id", other)))).statusCode(200);

        begin(Map.of("attachments", List.of(Map.of("id", picture)))).statusCode(201);
        as(ana).get(DRAFTS).then().body("items", hasSize(2));
    }

    @Test
    void refusesWhatWillNeverBeAPost() {
        begin(Map.of("content", "a".repeat(5001))).statusCode(422).body("errors[0].path", is("/content"));
        begin(Map.of("location", Map.of("latitude", 91, "longitude", 0))).statusCode(422);
        begin(Map.of("location", Map.of("latitude", 9))).statusCode(422);
        begin(Map.of("language", "x")).statusCode(422);
        sql.run("UPDATE profiles SET social_eligible = false");
        begin(Map.of("content", "Hola")).statusCode(403);
        assertThat(sql.list(String.class, "SELECT id FROM internal.post_draft")).isEmpty();
    }

    @Test
    void listsInPagesAndNoMoreThanAHundred() {
        sql.run(
                "INSERT INTO internal.post_draft (actor_id, body) SELECT ?, '{\"content\": \"Hola\"}' FROM"
                        + " generate_series(1, 98)",
                actorId(ana));

        var answers =
                Race.of(5, n -> () -> begin(Map.of("content", "Hola")).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 201, 409, 409, 409);
        var seen = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = as(ana).queryParam("limit", 30)
                    .queryParam("cursor", next)
                    .get(DRAFTS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            next = page.getString("nextCursor");
        }
        assertThat(seen)
                .isEqualTo(sql.list(String.class, "SELECT id FROM internal.post_draft ORDER BY id DESC"))
                .hasSize(100);
    }

    @Test
    void isPostedOnceHoweverOftenItIsAskedFor() {
        var id = begun(Map.of("content", "Hola", "visibility", "public"));

        var answers = Race.of(5, n -> () -> publish(id).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 404, 404, 404, 404);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).hasSize(1);
    }

    @Test
    void answersTheSameRequestAgainWithTheSamePost() {
        var id = begun(Map.of("content", "Hola", "visibility", "public"));

        var first = publishUnder("one", id).statusCode(201).extract().path("id");
        var again = publishUnder("one", id).statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).hasSize(1);
    }

    private ValidatableResponse publishUnder(String key, String id) {
        return as(ana).header("Idempotency-Key", key)
                .post(DRAFTS + "/" + id + "/publication")
                .then();
    }

    @Test
    void stopsAFloodOfPosts() {
        var id = begun(Map.of("content", "Hola", "visibility", "public"));
        sql.run("UPDATE internal.rate_limit SET used = 120 WHERE key LIKE 'social-draft:%'");
        begin(Map.of("content", "Hola")).statusCode(429);
        publish(begunBy(ben)).statusCode(404);
        sql.run("UPDATE internal.rate_limit SET used = 120 WHERE key LIKE 'social-post:%'");

        publish(id).statusCode(429).body("type", startsWith("/problems/too-many"));

        as(ana).get(DRAFTS).then().body("items.id", containsInAnyOrder(id));
    }

    private String begunBy(Person person) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Hola"))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String begun(Map<String, Object> post) {
        return begin(post).statusCode(201).extract().path("id");
    }

    private ValidatableResponse begin(Map<String, Object> post) {
        return as(ana).contentType(ContentType.JSON).body(post).post(DRAFTS).then();
    }

    private ValidatableResponse publish(String id) {
        return as(ana).post(DRAFTS + "/" + id + "/publication").then();
    }

    private static ValidatableResponse put(Person person, String id, Map<String, Object> post) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(post)
                .put(DRAFTS + "/" + id)
                .then();
    }
}
