package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SendOutTest extends Correspondence {

    @Inject
    Deliveries deliveries;

    @Test
    void findsOutWhichSignaturesAServerUnderstands() {
        peer.understandsOnly(Form.RFC9421);
        said(ana, "Hola", "public");
        send();
        said(ana, "Adios", "public");
        send();

        assertThat(peer.asked("POST", "/inbox")).hasSize(3);
        assertThat(sql.list(String.class, "SELECT signature FROM internal.peer"))
                .containsExactly("rfc9421");
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 408, 429, 500, 502, 503})
    void triesAgainWhatMayYetSucceed(int status) {
        peer.answersInbox("/inbox", status);
        said(ana, "Hola", "public");
        send();

        assertThat(sql.rows("""
                        SELECT attempts, state, due_at BETWEEN now() + interval '40 seconds' AND now() + interval '80 seconds' AS soon
                          FROM internal.delivery""")).containsExactly(Map.of("attempts", 1, "state", "waiting", "soon", true));
        assertThat(sql.rows("SELECT host, failures, failed_days FROM internal.peer"))
                .containsExactly(Map.of("host", peer.host(), "failures", 1, "failed_days", 1));

        peer.answersInbox("/inbox", 202);
        laterOn();
        send();
        assertThat(waiting()).isZero();
        assertThat(sql.rows("SELECT failures, failed_days FROM internal.peer"))
                .containsExactly(Map.of("failures", 0, "failed_days", 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413, 422, 501})
    void keepsAsideWhatWillNeverSucceed(int status) {
        peer.answersInbox("/inbox", status);
        said(ana, "Hola", "public");
        send();
        laterOn();
        send();

        assertThat(sql.rows("SELECT state, error FROM internal.delivery"))
                .containsExactly(Map.of("state", "dead", "error", "answered with " + status));
        assertThat(peer.asked("POST", "/inbox")).hasSize(status == 400 ? 2 : 1);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        peer.answersInbox("/inbox", 503);
        said(ana, "Hola", "public");
        for (var attempt = 1; attempt <= 12; attempt++) {
            send();
            laterOn();
        }

        assertThat(sql.rows("SELECT state, attempts FROM internal.delivery"))
                .containsExactly(Map.of("state", "dead", "attempts", 11));
        assertThat(peer.asked("POST", "/inbox")).hasSize(11);
    }

    @Test
    void partsFromWhoIsGone() {
        sql.run("UPDATE social_actors SET shared_inbox_url = NULL WHERE uri IN (?, ?)", ben, eve);
        peer.answersInbox("/users/Ben/inbox", 410);
        said(ana, "Hola", "public");
        send();

        assertThat(sql.list(
                        String.class, "SELECT a.uri FROM social_follows f JOIN social_actors a ON a.id = f.actor_id"))
                .containsExactly(eve);
    }

    @Test
    void leavesAServerAloneThatFailsAgainAndAgainAndDelaysNobodyElse() {
        try (var other = new Peer()) {
            follower(other, "Cem");
            peer.answersInbox("/inbox", 503);
            said(ana, "Hola", "public");
            for (var attempt = 1; attempt <= 10; attempt++) {
                sql.run("UPDATE internal.delivery SET due_at = now()");
                send();
            }
            var asked = peer.asked("POST", "/inbox").size();
            said(ana, "Adios", "public");
            sql.run("UPDATE internal.delivery SET due_at = now() WHERE state = 'waiting'");
            send();

            assertThat(asked).isEqualTo(10);
            assertThat(peer.asked("POST", "/inbox")).hasSize(10);
            assertThat(types(other, "/inbox")).containsExactly("Create", "Create");
        }
    }

    @Test
    void keepsTheOrderOfWhatOneSaysToAServer() {
        peer.answersInbox("/inbox", 503);
        said(ana, "Hola", "public");
        send();
        said(ana, "Adios", "public");
        send();
        assertThat(peer.asked("POST", "/inbox")).hasSize(1);

        peer.answersInbox("/inbox", 202);
        laterOn();
        send();

        assertThat(peer.received("/inbox"))
                .extracting(sent -> sent.getJsonObject("object").getString("content"))
                .containsExactly("<p>Hola</p>", "<p>Hola</p>", "<p>Adios</p>");
    }

    private List<String> contents() {
        return peer.received("/inbox").stream()
                .map(sent -> sent.getJsonObject("object").getString("content"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void keepsTheOrderHoweverLongAServerIsAway(int status) {
        peer.answersInbox("/inbox", status);
        said(ana, "Hola", "public");
        said(ana, "Adios", "public");
        for (var attempt = 1; attempt <= 6; attempt++) {
            send();
            laterOn();
        }
        assertThat(contents()).hasSize(6).containsOnly("<p>Hola</p>");

        peer.answersInbox("/inbox", 202);
        send();

        assertThat(contents().subList(6, 8)).containsExactly("<p>Hola</p>", "<p>Adios</p>");
        assertThat(waiting()).isZero();
    }

    @Test
    void goesOnPastWhatAServerFindsFaultWithAgainAndAgain() {
        peer.answersInbox("/inbox", 500);
        said(ana, "Hola", "public");
        said(ana, "Adios", "public");
        for (var attempt = 1; attempt <= 3; attempt++) {
            send();
            laterOn();
        }

        assertThat(contents()).containsExactly("<p>Hola</p>", "<p>Hola</p>", "<p>Hola</p>", "<p>Adios</p>");
    }

    @Test
    void tellsAServerThatIsBackAtOnceWhatWaitsForIt() {
        peer.answersInbox("/inbox", 503);
        said(ana, "Hola", "public");
        send();
        sql.run("""
                INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url, attempts, is_away, due_at)
                SELECT activity_id, 'somebody-else', host, inbox_url || '/' || n, 6, n = 1, now() + interval '5 hours'
                  FROM internal.delivery, generate_series(1, 2) n""");

        peer.answersInbox("/inbox", 202);
        laterOnFor(actorId(ana));
        send();

        assertThat(sql.rows("SELECT right(inbox_url, 1) AS which, attempts FROM internal.delivery"))
                .containsExactly(Map.of("which", "2", "attempts", 6));
    }

    private void laterOnFor(String actorId) {
        sql.run("UPDATE internal.delivery SET due_at = now() WHERE actor_id = ?", actorId);
    }

    @Test
    void sendsEachOnceHoweverManySendAtOnce() {
        for (var n = 0; n < 20; n++) {
            said(ana, "Hola " + n, "public");
        }

        for (var round = 0; round < 10 && waiting() > 0; round++) {
            Race.of(4, runner -> () -> sendOut.run().await().atMost(Duration.ofSeconds(30)));
        }

        assertThat(peer.received("/inbox"))
                .extracting(sent -> sent.getString("id"))
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void losesNothingWithAProcessThatEnds() {
        said(ana, "Hola", "public");
        List<Delivery> taken = deliveries.take(10, Map.of()).await().atMost(Duration.ofSeconds(5));
        send();
        assertThat(taken).hasSize(1);
        assertThat(peer.asked("POST", "/inbox")).isEmpty();

        sql.run("UPDATE internal.delivery SET due_at = due_at - interval '1 minute'");
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create");
    }

    @Test
    void hasNothingToSayForWhoHasNoKey() {
        sql.run("DELETE FROM internal.actor_key WHERE actor_id = ?", actorId(ana));
        said(ana, "Hola", "public");
        send();

        assertThat(sql.list(String.class, "SELECT error FROM internal.delivery"))
                .containsExactly("its actor has no key");
    }
}
