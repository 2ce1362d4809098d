package club.panamia.social.peer;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.social.signature.Form;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FedifyFromHereTest extends WithFedify {

    @ParameterizedTest
    @EnumSource(Form.class)
    void isFollowedAndReadAndAnsweredFromHere(Form form) {
        signs(form);
        ben("like", Map.of("object", anaUri + "/none"));
        ben("follow", Map.of("object", anaUri));

        as(ana).put("/api/social/actors/ben@" + peer.host() + "/follow").then().statusCode(200);
        deliveries.send();
        inbox.drain();
        assertThat(heard("Follow").getString("actor")).isEqualTo(anaUri);
        assertThat(sql.one(Long.class, """
                        SELECT count(*) FROM social_follows f JOIN social_actors a ON a.id = f.actor_id
                         WHERE a.uri = ? AND f.status = 'accepted'""", anaUri)).isOne();

        var said = ben("say", Map.of("content", "<p>Hola</p>")).getString("object");
        var id = sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", said);
        as(ana).get("/api/social/timelines/home").then().statusCode(200).body("items[0].id", is(id));
        react("PUT", STATUSES + id + "/like");
        react("PUT", STATUSES + id + "/boost");
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Hola Ben", "inReplyTo", id))
                .post(STATUSES)
                .then()
                .statusCode(201);
        deliveries.send();

        assertThat(heard("Like").getString("object")).isEqualTo(said);
        assertThat(heard("Announce").getString("object")).isEqualTo(said);
        assertThat(heard("Create").getJsonObject("thing").getString("answers")).isEqualTo(said);
    }
}
