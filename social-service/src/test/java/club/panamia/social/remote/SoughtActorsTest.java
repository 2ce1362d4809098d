package club.panamia.social.remote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.problem.Problem;
import club.panamia.social.Peer;
import club.panamia.social.key.PeerKey;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.Form;
import club.panamia.social.signature.HttpMessage;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom this server asks others for, in whose name and how often. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SoughtActorsTest extends Acquaintance {

    @Test
    void areAskedForInTheNameOfThisServer() {
        at(peer.actor("Ben"));

        var asked = peer.asked("GET", "/users/Ben").getFirst();
        var headers = MultiMap.caseInsensitiveMultiMap();
        asked.headers().forEach((name, values) -> headers.add(name, values));
        var claim = Claims.of(
                new HttpMessage("GET", URI.create(peer.url("/users/Ben")), headers, new byte[0]), Instant.now());
        var pem = given().accept("application/activity+json")
                .get("/ap/actor")
                .then()
                .statusCode(200)
                .body("type", is("Application"))
                .body("id", is("http://localhost:8080/ap/actor"))
                .extract()
                .jsonPath()
                .getString("publicKey.publicKeyPem");
        assertThat(headers.get("User-Agent")).matches("Pana/\\S+ \\(\\+http://localhost:8080/\\)");
        assertThat(claim.keyId()).isEqualTo("http://localhost:8080/ap/actor#main-key");
        assertThat(claim.isMadeBy(PeerKey.ofPem(pem))).isTrue();
    }

    @Test
    void areFoundWhereTheirServerLeadsAndEachCallIsSignedForItsPlace() {
        var ben = peer.actor("Ben");
        peer.leads("/@Ben", "/moved/Ben");
        peer.leads("/moved/Ben", "/users/Ben");

        assertThat(at(peer.url("/@Ben"))).isEqualTo(at(ben));

        for (var path : List.of("/@Ben", "/moved/Ben", "/users/Ben")) {
            var asked = peer.asked("GET", path).getFirst();
            var headers = MultiMap.caseInsensitiveMultiMap();
            asked.headers().forEach((name, values) -> headers.add(name, values));
            var message = new HttpMessage("GET", URI.create(peer.url(path)), headers, new byte[0]);
            var key = sql.one(String.class, "SELECT public_key FROM social_actors WHERE id = 'instance'");
            assertThat(Claims.of(message, Instant.now()).isMadeBy(PeerKey.ofPem(key)))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void areAskedForInTheOtherFormOfSignatureWhereTheirServerDoesNotTakeTheUsualOne() {
        var ben = peer.actor("Ben");
        var eve = peer.actor("Eve");
        peer.showsOnlyTo(Form.RFC9421);

        assertThat(at(ben)).isNotEmpty();
        assertThat(at(eve)).isNotEmpty();

        assertThat(peer.asked("GET", "/users/Ben")).hasSize(2);
        assertThat(peer.asked("GET", "/users/Eve")).as("it is remembered").hasSize(1);
    }

    @Test
    void areAskedForOnceByManyAtOnce() {
        var ben = peer.actor("Ben");
        at(peer.actor("Eve"));

        var ids = Race.of(8, runner -> () -> at(ben));

        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        assertThat(peer.asked("GET", "/users/Ben")).hasSizeLessThanOrEqualTo(2);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.actor_key"))
                .isOne();
    }

    @Test
    void thatAreNotThereAreNotAskedForAgainAtOnce() {
        refuses(peer.url("/users/Nobody"), RemoteProblem.NOT_THERE);
        refuses(peer.url("/users/Nobody"), RemoteProblem.NOT_THERE);

        assertThat(peer.asked("GET", "/users/Nobody")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/users/ben",
                "https://[::1]/users/ben",
                "https://169.254.169.254/users/ben",
                "https://10.0.0.1/users/ben",
                "http://localhost:8080/ap/actors/x",
                "ftp://peer.example/ben",
                "nonsense"
            })
    void areNotSoughtWhereNoServerOfOthersIs(String uri) {
        assertThatThrownBy(() -> at(uri)).isInstanceOf(Problem.class);
    }

    @Test
    void ofOneServerAreAskedForSoOftenAMinute() {
        for (var n = 0; n < 601; n++) {
            var uri = peer.url("/users/" + n);
            assertThatThrownBy(() -> at(uri)).isInstanceOf(Problem.class);
        }

        assertThat(peer.asked("GET", "/users/")).hasSize(600);
        try (var other = new Peer()) {
            assertThat(at(other.actor("Ben"))).isNotEmpty();
        }
    }
}
