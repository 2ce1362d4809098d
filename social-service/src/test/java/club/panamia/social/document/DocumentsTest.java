package club.panamia.social.document;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts as other servers read them, and what documents of posts and of actors have in common. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class DocumentsTest extends ReadElsewhere {

    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";

    @Test
    void leadABrowserToThePageOfAnActorOrAPost() {
        var id = said(ana, "Hola", "public");
        for (var page :
                Map.of(actor, "/p/Ana", "/ap/statuses/" + id, "/p/Ana/" + id).entrySet()) {
            given().accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                    .redirects()
                    .follow(false)
                    .get(page.getKey())
                    .then()
                    .statusCode(303)
                    .header("Vary", containsString("Accept"))
                    .header("Link", containsString("<" + BASE + page.getKey() + ">; rel=\"alternate\""))
                    .header("Location", is(BASE + page.getValue()));
        }
    }

    @Test
    void areThereUnderTheirIdsWithAndWithoutASlash() {
        var id = said(ana, "Hola", "public");

        read(actor + "/").statusCode(200).body("id", is(BASE + actor));
        read("/ap/statuses/" + id + "/").statusCode(200).body("id", is(BASE + "/ap/statuses/" + id));
    }

    @Test
    void areNotSentAgainToWhoHasThem() {
        var note = "/ap/statuses/" + said(ana, "Hola", "public");
        for (var path : List.of(
                actor, actor + "/followers", actor + "/outbox", actor + "/outbox/page", note, note + "/replies")) {
            var tag = read(path).statusCode(200).extract().header("ETag");
            var again = given().accept(AP).header("If-None-Match", tag).get(path);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.asString()).isEmpty();
        }
        var tag = read(note).extract().header("ETag");
        sql.run("UPDATE social_statuses SET content = 'Adios'");
        given().accept(AP).header("If-None-Match", tag).get(note).then().statusCode(200);
    }

    @Test
    void describeAPost() {
        var ben = joined("Ben");
        var draft = draft("Hola **todos** #miami @ben", "public");
        draft.put("contentWarning", "Food");
        draft.put("language", "es");
        var id = post(ana, draft).extract().jsonPath().getString("id");

        read("/ap/statuses/" + id)
                .statusCode(200)
                .body("id", is(BASE + "/ap/statuses/" + id))
                .body("type", is("Note"))
                .body("attributedTo", is(BASE + actor))
                .body("to", contains(EVERYBODY))
                .body("cc", contains(BASE + actor + "/followers", BASE + "/ap/actors/" + actorId(ben)))
                .body("summary", is("Food"))
                .body("sensitive", is(true))
                .body("contentMap.es", containsString("<strong>todos</strong>"))
                .body("source.content", is("Hola **todos** #miami @ben"))
                .body("tag.name", containsInAnyOrder("#miami", "@Ben@localhost"))
                .body("tag.type", containsInAnyOrder("Hashtag", "Mention"))
                .body("inReplyTo", nullValue())
                .body("updated", nullValue())
                .body("published", containsString("Z"));
        read("/ap/statuses/" + id + "/activity")
                .statusCode(200)
                .body("type", is("Create"))
                .body("id", is(BASE + "/ap/statuses/" + id + "/activity"))
                .body("object.id", is(BASE + "/ap/statuses/" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "followers"})
    void tellNothingOfWhatIsNotForEverybody(String visibility) {
        var id = said(ana, "Psst", visibility);
        var open = said(ana, "Hola", "public");
        var hidden = post(ana, Map.of("content", "Psst", "inReplyTo", open, "visibility", visibility))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        for (var below : List.of("", "/activity", "/replies")) {
            assertThat(given().accept(AP).get("/ap/statuses/" + id + below).statusCode())
                    .isEqualTo(404);
            assertThat(as(ana).accept(AP).get("/ap/statuses/" + hidden + below).statusCode())
                    .isEqualTo(404);
        }
        read("/ap/statuses/" + open + "/replies").body("totalItems", is(0));
        read(actor + "/outbox").body("totalItems", is(1));
        read(actor + "/outbox/page").body("orderedItems.object.id", contains(BASE + "/ap/statuses/" + open));
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);
        assertThat(given().accept(AP).get("/ap/statuses/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void tellWhatIsGone() {
        var id = said(ana, "Hola", "quiet");
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);

        for (var below : List.of("", "/activity", "/replies")) {
            read("/ap/statuses/" + id + below)
                    .statusCode(410)
                    .body("type", is("Tombstone"))
                    .body("formerType", is("Note"))
                    .body("id", is(BASE + "/ap/statuses/" + id));
        }
        read("/ap/statuses/unknown").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE users SET locked_at = now()",
                "UPDATE profiles SET active = false",
                "UPDATE profiles SET social_eligible = false",
            })
    void areNotGivenOfWhoMayNotBeSeen(String change) {
        var id = said(ana, "Hola", "public");
        sql.run(change);

        for (var path : List.of(actor, actor + "/outbox", actor + "/followers", "/ap/statuses/" + id)) {
            assertThat(given().accept(AP).get(path).statusCode()).as(path).isEqualTo(404);
        }
        read(actor + "/outbox/page").body("orderedItems.size()", is(0));
    }
}
