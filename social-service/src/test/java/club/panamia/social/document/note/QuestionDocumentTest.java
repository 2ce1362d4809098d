package club.panamia.social.document.note;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Polls as other servers read them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class QuestionDocumentTest {

    private static final String AP = "application/activity+json";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
    }

    @Test
    void tellsHowManyHaveVotedAtOnceAndWhatTheyChoseAtTheEnd() {
        var id = asked(false);
        vote(joined("Ben"), id);

        read(id).body("type", is("Question"))
                .body("content", containsString("What?"))
                .body("oneOf.type", contains("Note", "Note"))
                .body("oneOf.name", contains("Yes", "No"))
                .body("oneOf[1].replies.type", is("Collection"))
                .body("oneOf[1].replies.totalItems", nullValue())
                .body("anyOf", nullValue())
                .body("votersCount", is(1))
                .body("endTime", containsString("Z"))
                .body("closed", nullValue());
        sql.run("UPDATE internal.poll SET ends_at = now() - interval '1 second'");
        read(id).body("oneOf.replies.totalItems", contains(0, 1)).body("closed", containsString("Z"));
        read(asked(true)).body("anyOf.name", contains("Yes", "No")).body("oneOf", nullValue());
    }

    @Test
    void isAnotherVersionAfterEachVoteAndAtTheEnd() {
        var id = asked(false);
        var first = tag(id);
        vote(joined("Ben"), id);
        var second = tag(id);
        sql.run("UPDATE internal.poll SET ends_at = now() - interval '1 second'");
        var third = tag(id);

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        given().accept(AP)
                .header("If-None-Match", third)
                .get("/ap/statuses/" + id)
                .then()
                .statusCode(304);
    }

    private String asked(boolean multiple) {
        var draft = draft("What?", "public");
        draft.put("poll", Map.of("options", List.of("Yes", "No"), "multiple", multiple, "minutes", 60));
        return post(ana, draft).statusCode(201).extract().jsonPath().getString("id");
    }

    private static void vote(Person person, String id) {
        as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("choices", List.of(1)))
                .put("/api/social/statuses/" + id + "/vote")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String id) {
        return given().accept(AP).get("/ap/statuses/" + id).then().statusCode(200);
    }

    private static String tag(String id) {
        return read(id).extract().header("ETag");
    }
}
