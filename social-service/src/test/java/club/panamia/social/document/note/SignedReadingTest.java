package club.panamia.social.document.note;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.signature.Form;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ben of another server follows Ana, Eve does not; both sign what they ask for. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SignedReadingTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;
    private String ben;
    private String eve;

    @Inject
    RemoteActors actors;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = peer.actor("Ben");
        eve = peer.actor("Eve");
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?, 'accepted', now())",
                actors.at(ben).await().atMost(Duration.ofSeconds(20)),
                actorId(ana));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static ValidatableResponse read(String path, String reader, KeyPair keys, Form form) {
        var message = Peer.signed(reader, keys, form, "GET", path, "");
        var request = given().accept("application/activity+json");
        message.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.get(path).then();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void isWhatFollowersMayAndOthersMayNot(Form form) {
        var id = said(ana, "Psst", "followers");
        var path = "/ap/statuses/" + id;
        sql.run(
                "INSERT INTO social_attachments (status_id, type, media_type, url) VALUES (?, 'image', 'image/jpeg', ?)",
                id,
                Callers.PUBLIC_URL + "/media/social/x/960.jpg");

        read(path, ben, Peer.KEYS, form)
                .body("attachment[0].url", containsString("/media/social/x/960.jpg?until="))
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Vary", containsString("Signature"))
                .body("content", is("<p>Psst</p>"));
        read(path + "/activity", ben, Peer.KEYS, form).statusCode(200).body("type", is("Create"));
        read(path, eve, Peer.KEYS, form).statusCode(404);
        read(path, ben, Peer.keys(), form).statusCode(404);
        given().accept("application/activity+json").get(path).then().statusCode(404);
    }

    @Test
    void ofWhatStaysInTheHouseIsForNobody() {
        read("/ap/statuses/" + said(ana, "Psst", "local"), ben, Peer.KEYS, Form.CAVAGE)
                .statusCode(404);
    }

    @Test
    void endsWithABlockASuspensionAndTheFollow() {
        var path = "/ap/statuses/" + said(ana, "Psst", "followers");
        sql.run("UPDATE social_actors SET standing = 'suspended' WHERE uri = ?", ben);
        read(path, ben, Peer.KEYS, Form.CAVAGE).statusCode(404);
        sql.run("UPDATE social_actors SET standing = 'good' WHERE uri = ?", ben);
        read(path, ben, Peer.KEYS, Form.CAVAGE).statusCode(200);

        sql.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) SELECT ?, id FROM social_actors WHERE uri = ?",
                actorId(ana),
                ben);
        read(path, ben, Peer.KEYS, Form.CAVAGE).statusCode(404);
        sql.run("DELETE FROM internal.actor_block");
        sql.run("DELETE FROM social_follows");

        read(path, ben, Peer.KEYS, Form.CAVAGE).statusCode(404);
    }
}
