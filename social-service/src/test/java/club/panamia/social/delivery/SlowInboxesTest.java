package club.panamia.social.delivery;

import static club.panamia.social.Social.said;
import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.id.Ids;
import club.panamia.social.Peer;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that take long to take something. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class SlowInboxesTest extends Correspondence {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int MANY = 40;

    /** As many people here have each something to say to Ben's server. */
    private void manySaySomething() {
        for (var n = 0; n < MANY; n++) {
            var id = Ids.next();
            sql.run(
                    """
                    WITH said AS (
                      INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body, parting_key)
                      VALUES ('http://localhost:8080/ap/likes/' || ?, ?, 'http://localhost:8080/ap/actors/' || ?, 'whole', '{}', ?)
                      RETURNING id, actor_id
                    )
                    INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url) SELECT id, actor_id, ?, ? FROM said""",
                    id,
                    id,
                    id,
                    encryption.encrypt(Peer.KEYS.getPrivate().getEncoded(), "actor-key:rsa-2048:" + id),
                    peer.host(),
                    peer.url("/inbox"));
        }
    }

    private CompletableFuture<Void> begin() {
        return sendOut.run().subscribeAsCompletionStage();
    }

    @Test
    void haveTheirShareAndDelayNobodyElse() {
        try (var quick = new Peer()) {
            follower(quick, "Cem");
            manySaySomething();
            peer.holdsBack();

            var first = begin();
            eventually(
                    "four are sent", AT_ONCE, () -> peer.asked("POST", "/inbox").size() == 4);
            said(ana, "Hola", "public");
            var second = begin();
            eventually(
                    "Cem's server has it",
                    AT_ONCE,
                    () -> quick.asked("POST", "/inbox").size() == 1);
            assertThat(peer.asked("POST", "/inbox")).hasSize(4);
            assertThat(first).isNotDone();

            peer.goesOn();
            CompletableFuture.allOf(first, second)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            send();
            assertThat(waiting()).isZero();
            assertThat(peer.asked("POST", "/inbox")).hasSize(MANY + 1);
        }
    }
}
