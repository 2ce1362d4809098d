package club.panamia.social.peer;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.signature.Form;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FedifyTest extends WithFedify {

    @ParameterizedTest
    @EnumSource(Form.class)
    void understandsWhoWeAre(Form form) {
        signs(form);

        var read = peer.read(anaUri);

        assertThat(read.getString("type")).isEqualTo("Person");
        assertThat(read.getString("username")).isEqualTo("Ana");
        assertThat(read.getJsonArray("keys")).isEqualTo(new JsonArray(List.of("RSASSA-PKCS1-v1_5", "Ed25519")));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void followsUsAndHearsWhatIsSaidChangedAndTakenBack(Form form) {
        signs(form);
        var follow = ben("follow", Map.of("object", anaUri));
        assertThat(heard("Accept").getString("object")).isEqualTo(follow.getString("id"));

        var id = said(ana, "Hola **todos** #clay", "public");
        deliveries.send();
        write("PUT", STATUSES + id, Map.of("content", "Adios", "contentWarning", "Goodbyes"));
        react("DELETE", STATUSES + id);

        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + id;
        var note = heard("Create").getJsonObject("thing");
        assertThat(note.getString("type")).isEqualTo("Note");
        assertThat(note.getString("id")).isEqualTo(uri);
        assertThat(note.getString("author")).isEqualTo(anaUri);
        assertThat(note.getString("content")).contains("<strong>todos</strong>");
        assertThat(note.getJsonArray("to"))
                .isEqualTo(new JsonArray().add("https://www.w3.org/ns/activitystreams#Public"));
        assertThat(note.getJsonArray("tags")).isEqualTo(new JsonArray().add("Hashtag #clay"));
        var changed = heard("Update").getJsonObject("thing");
        assertThat(changed.getString("content")).isEqualTo("<p>Adios</p>");
        assertThat(changed.getString("warning")).isEqualTo("Goodbyes");
        assertThat(changed.getString("updated")).isNotNull();
        assertThat(heard("Delete").getString("object")).isEqualTo(uri);
        assertThat(sql.rows("SELECT host, signature, failures FROM internal.peer"))
                .containsExactly(Map.of("host", peer.host(), "signature", form.label(), "failures", 0));

        ben("undo", Map.of("act", follow.getString("id")));
        assertThat(count("social_follows")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void likesBoostsAndAnswersUsAndTakesItBack(Form form) {
        signs(form);
        var id = said(ana, "Hola", "public");
        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + id;

        var like = ben("like", Map.of("object", uri));
        var boost = ben("boost", Map.of("object", uri));
        var answer = ben("say", Map.of("content", "<p>Hola <b>Ana</b></p>", "answers", uri));

        as(ana).get(STATUSES + id)
                .then()
                .statusCode(200)
                .body("likesCount", is(1))
                .body("announcesCount", is(1))
                .body("repliesCount", is(1));
        var answers = "SELECT content FROM social_statuses WHERE uri = ?";
        assertThat(sql.list(String.class, answers, answer.getString("object")))
                .containsExactly("<p>Hola <b>Ana</b></p>");

        ben("undo", Map.of("act", like.getString("id")));
        ben("undo", Map.of("act", boost.getString("id")));
        ben("edit", Map.of("content", "<p>Adios</p>", "note", answer.getString("object"), "answers", uri));

        as(ana).get(STATUSES + id).then().body("likesCount", is(0)).body("announcesCount", is(0));
        assertThat(sql.list(String.class, answers, answer.getString("object"))).containsExactly("<p>Adios</p>");

        ben("unsay", Map.of("note", answer.getString("object")));
        assertThat(sql.list(String.class, answers, answer.getString("object"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void hearsThatWeTakeLikesAndBoostsBack(Form form) {
        signs(form);
        var said = ben("say", Map.of("content", "<p>Hola @ana</p>", "mentions", anaUri))
                .getString("object");
        var id = sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", said);
        for (var reaction : List.of("social_likes", "internal.boost")) {
            sql.run("""
                    INSERT INTO %s (actor_id, status_id, uri)
                    SELECT id, ?, uri || '/reactions/%s' FROM social_actors WHERE uri = ?""".formatted(reaction, reaction), id, anaUri);
        }

        react("DELETE", STATUSES + id + "/like");
        react("DELETE", STATUSES + id + "/boost");

        assertThat(peer.heard("Undo"))
                .extracting(undo -> undo.getJsonObject("thing").getString("type"))
                .containsExactly("Like", "Announce");
        assertThat(peer.heard("Undo"))
                .extracting(undo -> undo.getJsonObject("thing").getJsonArray("objects"))
                .containsOnly(new JsonArray().add(said));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void isToldThatSomebodyHasChanged(Form form) {
        signs(form);
        ben("follow", Map.of("object", anaUri));

        as(ana).contentType(ContentType.JSON)
                .body(Map.of("manuallyApprovesFollowers", true))
                .patch("/api/social/actors/me")
                .then()
                .statusCode(200);
        deliveries.send();

        assertThat(heard("Update").getJsonObject("thing").getString("username")).isEqualTo("Ana");
        assertThat(heard("Update").getString("actor")).isEqualTo(anaUri);
    }
}
