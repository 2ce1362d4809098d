package club.panamia.social.proof;

import static club.panamia.social.Social.actorId;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was proven once is looked at again, for as long as it is shown. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveLinksAgainTest extends Provable {

    @Inject
    RemoteActors actors;

    @Test
    void forgetsTheProofWithTheField() {
        site.on("/", 200, "text/html", linkBack());
        names(site.url("/one"), site.url("/two"));
        proven();
        look();
        assertThat(proven()).hasSize(2);

        names(site.url("/two"), site.url("/three"));

        assertThat(rows("true")).isOne();
        assertThat(proven()).containsExactly(site.url("/two"));
        look();
        assertThat(proven()).containsExactly(site.url("/two"), site.url("/three"));
        sql.run("UPDATE social_actors SET name = 'Ana Clay' WHERE id = ?", actorId(ana));
        assertThat(proven()).hasSize(2);
        sql.run("UPDATE social_actors SET username = 'Anita' WHERE id = ?", actorId(ana));
        assertThat(rows("true")).isZero();
    }

    @Test
    void losesTheProofWhenThePageLinksBackNoMore() {
        var html = new String[] {linkBack()};
        site.on("/hers", exchange -> HttpStub.respond(exchange, 200, "text/html", html[0]));
        names(site.url("/hers"));
        proven();
        look();
        var since = whatBenSees("Ana").getString("fields[0].verifiedAt");
        assertThat(rows("due_at > now() + interval '29 days'")).isOne();

        isDueAgain();
        look();
        assertThat(whatBenSees("Ana").getString("fields[0].verifiedAt")).isEqualTo(since);

        html[0] = "Sold.";
        isDueAgain();
        look();
        assertThat(proven()).isEmpty();
    }

    @Test
    void believesAProvenPageWhoseServerIsDownUntilItWasTriedFiveTimes() {
        var status = new int[] {200};
        site.on("/hers", exchange -> HttpStub.respond(exchange, status[0], "text/html", linkBack()));
        names(site.url("/hers"));
        proven();
        look();

        status[0] = 503;
        for (var attempt = 1; attempt < 5; attempt++) {
            isDueAgain();
            look();
            assertThat(proven()).hasSize(1);
            assertThat(rows("due_at > now() + power(4, attempts - 1) * interval '14 minutes'"))
                    .isOne();
        }
        isDueAgain();
        look();

        assertThat(proven()).isEmpty();
        assertThat(rows("due_at IS NULL")).isOne();
        look();
        assertThat(site.asked()).hasSize(6);
    }

    @Test
    void provesThePagesOfPeopleElsewhereAndGoesOnForWhoIsFollowed() {
        try (var peer = new Peer()) {
            var cleo = peer.describe("Cleo", Peer.KEYS)
                    .put("url", peer.url("/@Cleo"))
                    .put("attachment", fields(site.url("/hers")));
            var id = actors.shown(cleo).await().atMost(Duration.ofSeconds(20));
            site.on("/hers", 200, "text/html", "<link rel=me href='%s'>".formatted(peer.url("/@cleo")));
            var name = "Cleo@" + peer.host();

            proven(name);
            look();
            assertThat(proven(name)).containsExactly(site.url("/hers"));

            follow(id);
            isDueAgain();
            look();
            assertThat(site.asked()).hasSize(2);

            sql.run("DELETE FROM social_follows");
            isDueAgain();
            look();
            assertThat(site.asked()).hasSize(2);
            assertThat(rows("true")).isZero();

            proven(name);
            look();
            assertThat(proven(name)).hasSize(1);
            actors.shown(cleo.put("attachment", fields(site.url("/other"))))
                    .await()
                    .atMost(Duration.ofSeconds(20));
            assertThat(proven(name)).isEmpty();
        }
    }

    private void follow(String id) {
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?, 'accepted', now())",
                actorId(ana),
                id);
    }
}
