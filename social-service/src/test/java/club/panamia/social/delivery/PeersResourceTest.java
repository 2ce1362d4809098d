package club.panamia.social.delivery;

import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PeersResourceTest extends Correspondence {

    private static final String PEERS = "/api/social/peers";

    private Person admin;

    @BeforeEach
    void administrator() {
        admin = new Seed().admin("Olga");
    }

    private ValidatableResponse list() {
        return as(admin).get(PEERS).then().statusCode(200);
    }

    private ValidatableResponse retry() {
        return as(admin).put(PEERS + "/" + peer.host() + "/retry").then().statusCode(200);
    }

    @Test
    void showWhatWaitsForThemAndHowTheyAnswer() {
        said(ana, "Hola", "public");
        send();
        list().body("items[0].host", is(peer.host()))
                .body("items[0].lastSuccess", notNullValue())
                .body("items[0].failingSince", nullValue())
                .body("items[0].waiting", is(0));

        peer.answersInbox("/inbox", 503);
        said(ana, "Hola", "public");
        send();
        list().body("items[0].waiting", is(1))
                .body("items[0].failures", is(1))
                .body("items[0].failingSince", notNullValue());
    }

    @Test
    void getAgainWhatTheyDidNotTake() {
        peer.answersInbox("/inbox", 403);
        said(ana, "Hola", "public");
        send();
        list().body("items[0].dead", is(1));
        peer.answersInbox("/inbox", 202);

        retry().body("due", is(1));
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Create");
        assertThat(sql.list(
                        String.class, "SELECT action FROM internal.security_event WHERE subject_id = ?", peer.host()))
                .containsExactly("deliveries-retried");
        retry().body("due", is(0));
    }

    @Test
    void areGivenUpAfterSevenDaysUntilTheySpeak() {
        peer.answersInbox("/inbox", 503);
        said(ana, "Hola", "public");
        send();
        for (var day = 1; day <= 7; day++) {
            sql.run("UPDATE internal.peer SET failed_on = failed_on - 1, failures = 1");
            laterOn();
            send();
        }
        assertThat(sql.list(String.class, "SELECT state FROM internal.delivery"))
                .containsExactly("dead");

        said(ana, "Adios", "public");
        assertThat(waiting()).isZero();

        sql.run("UPDATE internal.peer SET failures = 0, failed_days = 0");
        said(ana, "Hola", "public");
        assertThat(waiting()).isOne();
    }

    @Test
    void areForAdministrators() {
        as(ana).get(PEERS).then().statusCode(403);
        as(ana).put(PEERS + "/x/retry").then().statusCode(403);
        anonymous().get(PEERS).then().statusCode(401);
        assertThat(sql.list(String.class, "SELECT host FROM internal.peer")).isEmpty();
    }
}
