package club.panamia.social.report;

import static club.panamia.social.Social.joined;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.delivery.DeliveriesOfTests;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ForwardReportTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;
    private String ben;
    private String benId;

    @Inject
    RemoteActors actors;

    @Inject
    ForwardReport forward;

    @Inject
    DeliveriesOfTests deliveries;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = peer.actor("Ben");
        benId = actors.at(ben).await().atMost(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        peer.hasHeardWholeActivities();
        peer.close();
    }

    private String report(String about, String statusId) {
        return sql.one(String.class, """
                INSERT INTO internal.social_report (about, actor_id, status_id, reporter_id, reason, note)
                VALUES (?, ?, nullif(?, ''), ?, 'spam', 'Ten times a day') RETURNING id""", about, benId, statusId, ana.id());
    }

    private void forward(String report) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> forward.elsewhere(report));
    }

    @Test
    void saysItInTheNameOfThisServerOnce() throws Throwable {
        var report = report("actor", "");

        forward(report);
        forward(report);
        deliveries.send();

        assertThat(peer.received("/users/Ben/inbox")).singleElement().satisfies(flag -> {
            assertThat(flag.getString("type")).isEqualTo("Flag");
            assertThat(flag.getString("actor")).isEqualTo("http://localhost:8080/ap/actor");
            assertThat(flag.getString("content")).isEqualTo("Ten times a day");
            assertThat(flag.getJsonArray("object")).isEqualTo(new JsonArray().add(ben));
            assertThat(flag.encode()).doesNotContain(ana.id(), ana.email(), "Ana");
        });
        assertThat(peer.asked("POST", "/users/Ben/inbox").getFirst().headers().toString())
                .contains("http://localhost:8080/ap/actor#main-key");
    }

    @Test
    void namesThePostBesideItsAuthor() throws Throwable {
        var post = sql.one(String.class, """
                INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                VALUES (? || '/1', ?, 'public', 'Buy this', now()) RETURNING id""", ben, benId);

        forward(report("post", post));
        deliveries.send();

        assertThat(peer.received("/users/Ben/inbox"))
                .extracting(flag -> flag.getJsonArray("object"))
                .containsExactly(new JsonArray().add(ben).add(ben + "/1"));
    }

    @Test
    void saysNothingOfSomebodyHere() throws Throwable {
        var zoe = joined("Zoe");
        var report = sql.one(String.class, """
                INSERT INTO internal.social_report (about, actor_id, reporter_id, reason)
                SELECT 'actor', a.id, ?, 'spam' FROM social_actors a WHERE a.username = 'Zoe' RETURNING id""", ana.id());

        forward(report);

        assertThat(zoe.id()).isNotEqualTo(ana.id());
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.outgoing_activity"))
                .isZero();
    }
}
