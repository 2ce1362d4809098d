package club.panamia.social.post;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.answered;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Race;
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

@QuarkusTest
@ExtendWith(EmptyTables.class)
class WrittenResourceTest {

    private static final String STATUSES = "/api/social/statuses/";

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void saysItOtherwiseAndShowsWhatItSaidBefore() {
        var id = said(ana, "Hola #uno", "public");

        edit(ana, id, "Adios #dos @ben")
                .statusCode(200)
                .body("source", is("Adios #dos @ben"))
                .body("editedAt", notNullValue());
        edit(ana, id, "Adios #tres").statusCode(200);

        anonymous()
                .get(STATUSES + id)
                .then()
                .body("hashtags", contains("tres"))
                .body("mentions.size()", is(0))
                .body("editedAt", notNullValue());
        anonymous()
                .get(STATUSES + id + "/history")
                .then()
                .statusCode(200)
                .body("size()", is(2))
                .body("[0].content", is(html("Hola", "uno")))
                .body("[1].contentWarning", nullValue());
        as(ana).get(STATUSES + id + "/source").then().statusCode(200).body("source", is("Adios #tres"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_recipients WHERE status_id = ?", id))
                .isEqualTo(2);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'social.status.edited'"))
                .isEqualTo(2);
    }

    private static String html(String word, String tag) {
        return ("<p>%s <a href=\"http://localhost:8080/api/social/tags/%2$s/statuses\" class=\"mention hashtag\""
                        + " rel=\"tag nofollow noopener noreferrer\">#%2$s</a></p>")
                .formatted(word, tag);
    }

    @Test
    void keepsItsFirstWordingAndTheLastFifty() {
        var id = said(ana, "Last", "public");
        sql.run("""
                INSERT INTO internal.status_revision (status_id, content, said_at)
                SELECT ?, 'Wording ' || n, now() - (100 - n) * interval '1 minute' FROM generate_series(1, 60) AS n
                """, id);

        edit(ana, id, "Now").statusCode(200);

        var wordings = as(ana).get(STATUSES + id + "/history")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("content", String.class);
        assertThat(wordings).hasSize(51).startsWith("Wording 1", "Wording 12").endsWith("Wording 60", "<p>Last</p>");
    }

    @Test
    void isNotEditedByWhatItSaysAlready() {
        var id = said(ana, "Hola", "public");

        edit(ana, id, "Hola").statusCode(200).body("editedAt", nullValue());

        assertThat(sql.list(String.class, "SELECT id FROM internal.status_revision"))
                .isEmpty();
    }

    @Test
    void keepsItsAudienceWhateverItSays() {
        var id = saidTo(ana, "Psst", ben);
        var carla = joined("Carla");

        edit(ana, id, "Psst @carla").statusCode(200).body("visibility", is("direct"));

        as(carla).get(STATUSES + id).then().statusCode(404);
        as(ben).get(STATUSES + id).then().statusCode(200);
    }

    @Test
    void isEditedAndDeletedAndShownInSourceByItsAuthorOnly() {
        var id = said(ana, "Hola", "public");

        edit(ben, id, "Adios").statusCode(404);
        as(ben).delete(STATUSES + id).then().statusCode(404);
        as(ben).get(STATUSES + id + "/source").then().statusCode(404);
        anonymous().delete(STATUSES + id).then().statusCode(401);
        edit(ana, id, " ").statusCode(422);
        edit(ana, "unknown", "Adios").statusCode(404);

        assertThat(sql.list(String.class, "SELECT source FROM social_statuses")).containsExactly("Hola");
    }

    @Test
    void isDeletedOnceAndCountedOnceAndLeavesItsIdOnly() {
        var parent = said(ben, "Hola", "public");
        var id = answered(ana, "Yes", parent);
        answered(ben, "And?", id);
        assertThat(counts()).containsExactly(1, 1);

        var answers = Race.of(
                6, n -> () -> as(ana).delete(STATUSES + id).then().extract().statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> status == 204 || status == 404);
        anonymous().get(STATUSES + id).then().statusCode(404);
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE id = ?", parent))
                .isZero();
        assertThat(sql.one(Integer.class, "SELECT status_count FROM social_actors WHERE id = ?", actorId(ana)))
                .isZero();
        assertThat(sql.rows("SELECT uri, former_type, told FROM internal.tombstone"))
                .containsExactly(
                        Map.of("uri", "http://localhost:8080/ap/statuses/" + id, "former_type", "Note", "told", true));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'social.status.deleted'"))
                .isEqualTo(1);
    }

    private List<Integer> counts() {
        return sql.list(Integer.class, "SELECT replies_count FROM social_statuses WHERE replies_count > 0 ORDER BY id");
    }

    private static ValidatableResponse edit(Person author, String id, String content) {
        return as(author)
                .contentType(ContentType.JSON)
                .body(Map.of("content", content))
                .put(STATUSES + id)
                .then();
    }
}
