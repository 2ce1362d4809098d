package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.signature.Form;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LongBacklogTest extends Correspondence {

    private static final int MANY = 100;

    @Inject
    Deliveries deliveries;

    @Test
    void isCarriedToEachServerInItsOrder() {
        try (var second = new Peer();
                var third = new Peer()) {
            var servers = List.of(peer, second, third);
            IntStream.range(0, MANY)
                    .forEach(number -> servers.forEach(server -> waits(number, server.host(), server.actor("Ben"))));
            send();

            assertThat(waiting()).isZero();
            for (var server : servers) {
                assertThat(server.received("/inbox"))
                        .extracting(activity -> activity.getInteger("number"))
                        .containsExactlyElementsOf(
                                IntStream.range(0, MANY).boxed().toList());
            }
        }
    }

    @Test
    void ofAServerThatIsLeftAloneHoldsUpNobody() {
        sql.run(
                "INSERT INTO internal.peer (host, failures, closed_until) VALUES (?, 10, now() + interval '40 seconds')",
                peer.host());
        IntStream.range(0, MANY).forEach(number -> waits(number, peer.host(), ben));
        try (var other = new Peer()) {
            waits(MANY, other.host(), other.actor("Cem"));

            assertThat(taken()).extracting(Delivery::host).containsExactly(other.host());
        }
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.delivery WHERE due_at <= now()"))
                .as("what is looked at again")
                .isZero();
    }

    @Test
    void goesOnAtOnceWhenTheFirstOfItIsSettled() {
        IntStream.range(0, 2).forEach(number -> waits(number, peer.host(), ben));
        var first = taken();

        assertThat(first).hasSize(1);
        assertThat(taken()).isEmpty();
        deliveries
                .settle(first.getFirst(), new Outcome.Sent(Form.CAVAGE))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(taken()).hasSize(1);
    }

    @Test
    void goesOnWhenItsFirstIsRefused() {
        IntStream.range(0, 2).forEach(number -> waits(number, peer.host(), ben));
        var first = taken();

        assertThat(taken()).isEmpty();
        deliveries
                .settle(first.getFirst(), new Outcome.Refused("answered with 404"))
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(taken()).hasSize(1);
    }

    private List<Delivery> taken() {
        return deliveries.take(16, Map.of()).await().atMost(Duration.ofSeconds(10));
    }

    private void waits(int number, String host, String uri) {
        var said = "%s/said/%d/%s".formatted(actorId(ana), number, host);
        sql.run("""
                WITH said AS (
                  INSERT INTO internal.outgoing_activity (uri, actor_id, actor_uri, kind, body)
                  SELECT ?, a.id, a.uri, 'whole',
                         CAST(jsonb_build_object('id', a.uri || '/said', 'type', 'Note', 'number', CAST(? AS int)) AS text)
                    FROM social_actors a WHERE a.id = ?
                  RETURNING id, actor_id
                )
                INSERT INTO internal.delivery (activity_id, actor_id, host, inbox_url)
                SELECT said.id, said.actor_id, ?, left(?, position('/users' IN ?) - 1) || '/inbox' FROM said
                """, said, number, actorId(ana), host, uri, uri);
    }
}
