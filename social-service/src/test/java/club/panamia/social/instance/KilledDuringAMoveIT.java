package club.panamia.social.instance;

import static club.panamia.social.instance.Sender.activity;
import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of ours that is killed while it leads three hundred followers on to where somebody has moved. */
@Timeout(120)
class KilledDuringAMoveIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MANY = 300;

    private static final String FOLLOWED = """
            SELECT t.username || ' ' || f.status AS followed, count(*)::int AS often FROM social_follows f
              JOIN social_actors t ON t.id = f.target_actor_id GROUP BY 1""";

    private final Instance server = new Instance("moved");
    private final Peer peer = new Peer();
    private String ben;
    private String next;

    @BeforeEach
    void manyFollowBen() {
        server.start().mustBecomeReady();
        ben = peer.actor("Ben");
        next = peer.actor("Benito");
        new Sender(server).send(List.of(activity(ben, "like", "Like", server.url() + "/ap/statuses/none")));
        server.sql().run("""
                        WITH people AS (
                          INSERT INTO users (email, email_verified, screenname, name)
                          SELECT 'f' || n || '@example.org', now(), 'Follower-' || n, 'F' FROM generate_series(1, ?) n
                          RETURNING id, email, screenname
                        ), shown AS (
                          INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at)
                          SELECT id, email, screenname, 'approved', true, now(), now() FROM people RETURNING id, name
                        ), actors AS (
                          INSERT INTO social_actors (id, username, domain, profile_id, uri, inbox_url, outbox_url, followers_url,
                                                     following_url, public_key)
                          SELECT v.id, shown.name, 'localhost', shown.id, v.uri, v.uri || '/inbox', v.uri || '/outbox',
                                 v.uri || '/followers', v.uri || '/following', 'PUBLIC KEY'
                            FROM shown, LATERAL (SELECT i AS id, ? || '/ap/actors/' || i AS uri
                                                   FROM (SELECT pana_id() || left(shown.id, 0) AS i) AS w) AS v
                          RETURNING id, uri
                        )
                        INSERT INTO social_follows (actor_id, target_actor_id, uri, status, accepted_at)
                        SELECT actors.id, them.id, actors.uri || '/follow', 'accepted', now() FROM actors, social_actors them
                         WHERE them.uri = ?""", MANY, server.url(), ben);
    }

    @AfterEach
    void close() {
        server.close();
        peer.close();
    }

    private JsonObject move() {
        peer.has(peer.describe("Ben", Peer.KEYS).put("movedTo", next));
        peer.has(peer.describe("Benito", Peer.KEYS).put("alsoKnownAs", new JsonArray().add(ben)));
        return activity(ben, "move", "Move", ben).put("target", next);
    }

    private boolean isWaitedFor(String condition) {
        return server.admin()
                .one(
                        Boolean.class,
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE usename = 'pana_social' AND " + condition
                                + ")");
    }

    private List<Map<String, Object>> said() {
        return server.sql().rows("""
                        SELECT body::jsonb ->> 'type' AS type, count(*)::int AS often, count(DISTINCT actor_id)::int AS actors
                          FROM internal.outgoing_activity GROUP BY 1 ORDER BY 1""");
    }

    @Test
    void leadsThemAllAndEachOnce() throws SQLException {
        try (var holding = server.sql().open()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("SELECT id FROM social_follows ORDER BY id DESC LIMIT 1 FOR UPDATE");
            new Sender(server).send(List.of(move()));
            eventually("nearly all is done", SOON, () -> isWaitedFor("wait_event_type = 'Lock'"));
            server.kill();
            holding.rollback();
        }
        eventually("the dead process is known to be dead", SOON, () -> !isWaitedFor("true"));
        assertThat(server.sql().rows(FOLLOWED)).containsExactly(Map.of("followed", "Ben accepted", "often", MANY));
        assertThat(said()).isEmpty();

        server.endLoans();
        server.start().mustBecomeReady();

        eventually(
                "the move has had its effect",
                SOON,
                () -> server.sql().list(String.class, "SELECT state FROM internal.inbox_activity").stream()
                        .allMatch("done"::equals));
        assertThat(server.sql().rows(FOLLOWED)).containsExactly(Map.of("followed", "Benito pending", "often", MANY));
        assertThat(said())
                .containsExactly(
                        Map.of("type", "Follow", "often", MANY, "actors", MANY),
                        Map.of("type", "Undo", "often", MANY, "actors", MANY));
    }
}
