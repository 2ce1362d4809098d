package club.panamia.social.inbox;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class InboxResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private String ana;
    private String ben;

    @BeforeEach
    void people() {
        ana = actorId(joined("Ana"));
        ben = peer.actor("Ben");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private JsonObject follow() {
        return new JsonObject()
                .put("id", ben + "/follows/" + UUID.randomUUID())
                .put("type", "Follow")
                .put("actor", ben)
                .put("object", Callers.PUBLIC_URL + "/ap/actors/" + ana);
    }

    private long kept() {
        return sql.one(Long.class, "SELECT count(*) FROM internal.inbox_activity");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void takesWhatIsSignedInEitherForm(Form form) {
        for (var path : new String[] {"/ap/inbox", "/ap/actors/" + ana + "/inbox"}) {
            Peer.send(Peer.signed(ben, Peer.KEYS, form, "POST", path, follow().encode()))
                    .statusCode(202)
                    .header("Accept-Signature", nullValue());
        }

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void keepsTheSameOnceHoweverOftenItComes() {
        var follow = follow();

        Race.of(8, runner -> () -> Peer.send(ben, "/ap/inbox", follow).extract().statusCode())
                .forEach(status -> assertThat(status).isEqualTo(202));

        assertThat(kept()).isOne();
    }

    @Test
    void saysWhatSignatureItWants() {
        given().contentType("application/activity+json")
                .body(follow().encode())
                .post("/ap/inbox")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Accept-Signature", containsString("content-digest"))
                .body("type", is("/problems/not-signed"));
        assertThat(kept()).isZero();
    }

    @Test
    void believesNobodyInAnothersName() {
        var eve = peer.actor("Eve");

        Peer.send(eve, "/ap/inbox", follow()).statusCode(403);
        Peer.send(Peer.signed(ben, Peer.keys(), Form.CAVAGE, "POST", "/ap/inbox", follow().encode()))
                .statusCode(401)
                .body("type", is("/problems/wrong-signature"));
        Peer.send(ben, "/ap/inbox", follow().put("id", "https://elsewhere.example/1"))
                .statusCode(403);
        var body = follow().encode();
        var message = Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", body);
        given().contentType("application/activity+json")
                .header("Signature", message.headers().get("signature"))
                .header("Date", message.headers().get("date"))
                .header("Digest", message.headers().get("digest"))
                .body(body.replace("Follow", "Flollow"))
                .post("/ap/inbox")
                .then()
                .statusCode(401);
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{}", "{\"id\":1}", "{\"id\":\"x\",\"type\":\"Follow\"}"})
    void refusesWhatIsNoActivity(String body) {
        Peer.send(Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", body))
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        var room = (1 << 20) - follow().put("content", "").encode().length();
        var most = follow().put("content", "x".repeat(room)).encode();
        var deep = follow().encode().replaceFirst("\\{", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + ",");

        Peer.send(Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", most))
                .statusCode(202);
        given().contentType("application/activity+json")
                .body(most + " ")
                .post("/ap/inbox")
                .then()
                .statusCode(413);
        Peer.send(Peer.signed(ben, Peer.KEYS, Form.CAVAGE, "POST", "/ap/inbox", deep))
                .statusCode(400);
        assertThat(kept()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"application/json,415", "text/html,415", "application/ld+json,401"})
    void takesDocumentsOfActivitiesAlone(String type, int status) {
        given().contentType(type)
                .body(follow().encode())
                .post("/ap/inbox")
                .then()
                .statusCode(status);
    }

    @Test
    void isNobodysWhereNobodyIs() {
        sql.run(
                "INSERT INTO internal.tombstone (uri, former_type, told) VALUES (?, 'Person', true)",
                Callers.PUBLIC_URL + "/ap/actors/former");

        Peer.send(ben, "/ap/actors/nobody/inbox", follow()).statusCode(404);
        Peer.send(ben, "/ap/actors/former/inbox", follow()).statusCode(410).body("type", is("/problems/actor-gone"));
    }

    @Test
    void letsPassWhatNothingComesOf() {
        Peer.send(ben, "/ap/inbox", follow().put("type", "Listen")).statusCode(202);

        assertThat(kept()).isZero();
    }

    @Test
    void believesAFarewellThatIsSignedWithAnotherKeyWhereTheirServerKnowsThemNoMore() {
        Peer.send(ben, "/ap/inbox", follow()).statusCode(202);
        var other = Peer.signed(
                ben, Peer.keys(), Form.CAVAGE, "POST", "/ap/inbox", farewell().encode());
        Peer.send(other).statusCode(401);
        assertThat(kept()).isOne();

        peer.hasNoMore(ben);

        Peer.send(other).statusCode(202);
        assertThat(kept()).isEqualTo(2);
    }

    private JsonObject farewell() {
        return new JsonObject()
                .put("id", ben + "#delete")
                .put("type", "Delete")
                .put("actor", ben)
                .put("object", ben);
    }

    @Test
    void asksNobodyAboutWhoIsGone() {
        Peer.send(ben, "/ap/inbox", farewell()).statusCode(202);

        assertThat(peer.asked("GET", "/")).isEmpty();
        assertThat(kept()).isZero();
    }
}
