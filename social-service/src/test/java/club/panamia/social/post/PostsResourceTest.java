package club.panamia.social.post;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.social.Social.saidTo;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.social.Fediverse;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PostsResourceTest {

    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @Test
    void saysItUnderAnIdThatLeadsToIt() {
        var draft = draft("Hola **panas** #Miami @ben", "public");
        draft.put("contentWarning", "Food");
        draft.put("language", "es");

        var said = post(ana, draft)
                .statusCode(201)
                .body("visibility", is("public"))
                .body("source", is("Hola **panas** #Miami @ben"))
                .body("language", is("es"))
                .body("contentWarning", is("Food"))
                .extract();

        var id = said.jsonPath().getString("id");
        assertThat(said.header("Location")).isEqualTo("/api/social/statuses/" + id);
        assertThat(said.jsonPath().getString("uri")).isEqualTo("http://localhost:8080/ap/statuses/" + id);
        anonymous()
                .get(said.header("Location"))
                .then()
                .statusCode(200)
                .body("hashtags", is(List.of("miami")))
                .body("mentions.name", is(List.of("@Ben@localhost")))
                .body("actor.username", is("Ana"));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE payload ->> 'statusId' = ?", id))
                .containsExactly("social.status.posted");
    }

    @ParameterizedTest
    @CsvSource({
        "public,P,F B,1",
        "quiet,F,P B,1",
        "local,B,,0",
        "followers,F,B,0",
    })
    void derivesToWhomItGoesFromItsVisibility(String visibility, String to, String cc, int counted) {
        var id = said(ana, "Hola @ben", visibility);

        assertThat(addressed(id, "to")).isEqualTo(uris(to));
        assertThat(addressed(id, "cc")).isEqualTo(uris(cc));
        assertThat(sql.list(
                        String.class,
                        "SELECT actor_id FROM social_recipients WHERE status_id = ? AND actor_id IS NOT NULL",
                        id))
                .containsExactly(actorId(ben));
        assertThat(sql.one(Integer.class, "SELECT status_count FROM social_actors WHERE username = 'Ana'"))
                .isEqualTo(counted);
    }

    @Test
    void sendsADirectPostToItsRecipientsForSevenDays() {
        var id = saidTo(ana, "Psst", ben);

        assertThat(addressed(id, "to")).isEqualTo(uris("B"));
        assertThat(addressed(id, "cc")).isEmpty();
        assertThat(sql.one(Boolean.class, "SELECT expires_at = published + interval '7 days' FROM social_statuses"))
                .isTrue();
        as(ben).get("/api/social/statuses/" + id).then().statusCode(200).body("expiresAt", notNullValue());
        sql.run("UPDATE social_statuses SET expires_at = now()");
        as(ben).get("/api/social/statuses/" + id).then().statusCode(404);
        as(ana).get("/api/social/statuses/" + id).then().statusCode(404);
    }

    @Test
    void namesThoseOnlyWhoAreThereAndDoNotBlockTheAuthor() {
        Fediverse.stranger("zoe");
        blocks(ben, ana);

        var id = said(ana, "@ben @zoe@elsewhere.example @nobody", "public");

        assertThat(sql.list(String.class, "SELECT name FROM social_tags WHERE status_id = ?", id))
                .containsExactly("@zoe@elsewhere.example");
    }

    @Test
    void saysItOnceHoweverOftenTheSameRequestComes() {
        var ids = Race.of(
                4,
                n -> () -> as(ana).contentType(ContentType.JSON)
                        .header("Idempotency-Key", "one")
                        .body(Map.of("content", "Hola", "visibility", "public"))
                        .post("/api/social/statuses")
                        .then()
                        .extract()
                        .statusCode());

        assertThat(ids).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(sql.list(String.class, "SELECT id FROM social_statuses")).hasSize(1);
    }

    @Test
    void saysAllOfManyThingsAtOnceUnderDifferentIds() {
        var ids = Race.of(20, n -> () -> said(n % 2 == 0 ? ana : ben, "Hola " + n, "public"));

        assertThat(Set.copyOf(ids)).hasSize(20);
        assertThat(sql.list(Integer.class, "SELECT status_count FROM social_actors"))
                .containsExactly(10, 10);
    }

    private List<String> addressed(String id, String field) {
        var listed = sql.list(
                String.class,
                "SELECT jsonb_array_elements_text(recipient_" + field
                        + ") AS uri FROM social_statuses WHERE id = ? ORDER BY uri",
                id);
        assertThat(sql.list(
                        String.class,
                        "SELECT uri FROM social_recipients WHERE status_id = ? AND field = ? ORDER BY uri",
                        id,
                        field))
                .isEqualTo(listed);
        return listed;
    }

    /** P is everybody, F are Ana's followers, B is Ben. */
    private List<String> uris(String letters) {
        return letters == null
                ? List.of()
                : List.of(letters.split(" ")).stream()
                        .map(letter -> switch (letter) {
                            case "P" -> EVERYBODY;
                            case "F" -> "http://localhost:8080/ap/actors/" + actorId(ana) + "/followers";
                            default -> "http://localhost:8080/ap/actors/" + actorId(ben);
                        })
                        .sorted()
                        .toList();
    }
}
