package club.panamia.social.post;

import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Uploaded.picture;
import static club.panamia.social.Uploaded.showing;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DescribeAttachmentTest {

    private static final String STATUSES = "/api/social/statuses/";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private String picture;
    private String status;

    @BeforeEach
    void aPostWithAPicture() {
        ana = joined("Ana");
        ben = joined("Ben");
        picture = picture(ana);
        status = post(ana, showing(draft("", "public"), picture))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void saysBetterWhatAPictureShows() {
        describe(ana, status, Map.of("description", "A mural of a rooster", "focus", Map.of("x", 0.5, "y", -0.5)))
                .statusCode(204);

        anonymous()
                .get(STATUSES + status)
                .then()
                .body("attachments.description", contains("A mural of a rooster"))
                .body("attachments[0].focus.y", is(-0.5f))
                .body("editedAt", notNullValue());
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type = 'social.status.edited'"))
                .hasSize(1);
    }

    @Test
    void refusesOthersAndNothing() {
        describe(ben, status, Map.of("description", "Mine")).statusCode(404);
        describe(ana, said(ana, "Hola", "public"), Map.of("description", "Of another"))
                .statusCode(404)
                .body("type", is("/problems/not-found"));
        describe(ana, status, Map.of()).statusCode(422).body("errors[0].path", is("/description"));
        describe(ana, status, Map.of("description", " ")).statusCode(422);
        describe(ana, status, Map.of("description", "a".repeat(1501))).statusCode(422);
        describe(ana, status, Map.of("description", "A", "focus", Map.of("x", 2, "y", 0)))
                .statusCode(422);

        assertThat(sql.list(String.class, "SELECT description FROM social_attachments"))
                .containsExactly("A mural");
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses WHERE edited_at IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void letsAPostWithoutWordsStayLikeThat() {
        edit(status, Map.of("content", "", "contentWarning", "Food")).statusCode(200);
        edit(status, Map.of("content", "Hola")).statusCode(200);

        edit(status, Map.of("content", " ")).statusCode(422).body("errors[0].path", is("/content"));
    }

    @Test
    void stopsAFloodOfPostsAndChanges() {
        edit(status, Map.of("content", "Hola")).statusCode(200);
        sql.run("UPDATE internal.rate_limit SET used = 120");

        post(ana, draft("One more", "public")).statusCode(429).body("type", is("/problems/too-many-requests"));
        edit(status, Map.of("content", "Adios")).statusCode(429);
        describe(ana, status, Map.of("description", "Adios")).statusCode(429);

        said(ben, "Hola", "public");
        assertThat(sql.list(String.class, "SELECT source FROM social_statuses ORDER BY id"))
                .containsExactly("Hola", "Hola");
    }

    private ValidatableResponse describe(Person person, String statusId, Map<String, Object> change) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(change)
                .put(STATUSES + statusId + "/attachments/" + picture)
                .then();
    }

    private ValidatableResponse edit(String id, Map<String, Object> change) {
        return as(ana).contentType(ContentType.JSON)
                .body(change)
                .put(STATUSES + id)
                .then();
    }
}
