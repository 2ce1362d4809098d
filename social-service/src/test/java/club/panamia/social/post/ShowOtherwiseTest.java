package club.panamia.social.post;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Uploaded.memo;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An edit has a post show other files, or the same otherwise. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ShowOtherwiseTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private String first;
    private String second;
    private String id;

    @BeforeEach
    void aPostWithTwoPictures() {
        ana = joined("Ana");
        first = picture(ana);
        second = picture(ana);
        id = post(ana, showing(draft("Look", "public"), first, second))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    @Test
    void takesAFileAwayAndAnotherIn() {
        var memo = memo(ana);

        edit("Look", List.of(Map.of("id", memo), shown(second, "Another mural")))
                .statusCode(200);

        read().body("attachments.id", contains(memo, second))
                .body("attachments[1].description", is("Another mural"))
                .body("editedAt", notNullValue());
        assertThat(sql.list(String.class, """
                SELECT id FROM internal.social_upload WHERE status_id IS NULL AND attached_at IS NOT NULL
                """)).containsExactly(first);
    }

    @Test
    void changesTheOrderAndCanTakeAllAway() {
        edit("Look", List.of(shown(second, "A mural"), shown(first, "A mural"))).statusCode(200);
        read().body("attachments.id", contains(second, first));

        edit("Look", List.of()).statusCode(200);

        read().body("attachments", empty());
    }

    @Test
    void isNoChangeWhereItShowsThisAlready() {
        edit("Look", List.of(shown(first, "A mural"), shown(second, "A mural"))).statusCode(200);
        edit("Look", null).statusCode(200);

        read().body("editedAt", nullValue()).body("attachments.id", contains(first, second));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.status_revision"))
                .isZero();
    }

    @Test
    void refusesWhatCannotBeShownAndLeavesThePostAsItIs() {
        var taken = picture(ana);
        post(ana, showing(draft("Mine, too", "public"), taken)).statusCode(201);
        var foreign = picture(joined("Ben"));

        edit("x", List.of(shown(taken, "A mural"))).statusCode(422).body("errors[0].path", is("/attachments/0/id"));
        edit("x", List.of(shown(foreign, "A mural"))).statusCode(422);
        edit("x", List.of(shown(first, "A mural"), shown(first, "A mural"))).statusCode(422);
        edit("x", List.of(Map.of("id", first)))
                .statusCode(422)
                .body("errors[0].path", is("/attachments/0/description"));
        edit(" ", List.of()).statusCode(422);
        edit("x", List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of())).statusCode(422);

        read().body("content", is("<p>Look</p>")).body("attachments.id", contains(first, second));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.social_upload WHERE status_id = ?", id))
                .isEqualTo(2);
    }

    @Test
    void showsAFileInAPostThatHadNone() {
        id = said(ana, "No picture", "public");
        var late = picture(ana);

        edit("No picture", List.of(shown(late, "A mural"))).statusCode(200);

        read().body("attachments.id", contains(late));
    }

    private static Map<String, Object> shown(String upload, String description) {
        return Map.of("id", upload, "description", description);
    }

    private ValidatableResponse edit(String content, List<Map<String, Object>> attachments) {
        var change = new HashMap<String, Object>();
        change.put("content", content);
        change.put("attachments", attachments);
        return as(ana).contentType(ContentType.JSON)
                .body(change)
                .put("/api/social/statuses/" + id)
                .then();
    }

    private ValidatableResponse read() {
        return as(ana).get("/api/social/statuses/" + id).then().statusCode(200);
    }
}
