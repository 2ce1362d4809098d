package club.panamia.social.delivery;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.event.EventPump;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.social.Peer;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.HttpMessage;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.Asked;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class TellingOthersTest extends Correspondence {

    @Inject
    EventPump pump;

    @AfterEach
    void whatever() {
        peer.hasHeardWholeActivities();
    }

    @Test
    void sendsAPostToEachServerOnceAndSigned() {
        var id = said(ana, "Hola **todos**", "public");

        send();

        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + id;
        assertThat(peer.asked("POST", "/")).hasSize(1);
        var sent = peer.received("/inbox").getFirst();
        assertThat(sent.getString("type")).isEqualTo("Create");
        assertThat(sent.getString("id")).isEqualTo(uri + "/activity");
        assertThat(sent.getJsonObject("object").getString("id")).isEqualTo(uri);
        assertThat(sent.getJsonObject("object").getString("content")).contains("<strong>todos</strong>");
        var asked = peer.asked("POST", "/inbox").getFirst();
        var headers = MultiMap.caseInsensitiveMultiMap();
        asked.headers().forEach((name, values) -> headers.add(name, values));
        var claim = Claims.of(
                new HttpMessage("POST", URI.create(peer.url("/inbox")), headers, asked.body()), Instant.now());
        assertThat(claim.keyId()).isEqualTo(Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana) + "#main-key");
        assertThat(claim.isMadeBy(Peer.KEYS.getPublic())).isTrue();
        assertThat(waiting()).isZero();
    }

    @Test
    void tellsNobodyElsewhereOfWhatIsForThisHouse() {
        var id = said(ana, "Psst", "local");
        as(ana).contentType(ContentType.JSON).body(Map.of("content", "Psst!")).put("/api/social/statuses/" + id);
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);

        send();

        assertThat(peer.asked("POST", "/")).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.outgoing_activity"))
                .isZero();
    }

    @Test
    void sendsWhatNamesSomebodyToThemAndWhatIsForFollowersToThese() {
        sql.run(
                "UPDATE social_actors SET shared_inbox_url = NULL, domain = 'peer.example' WHERE uri IN (?, ?)",
                ben,
                eve);
        said(ana, "Hola", "followers");
        sql.run("DELETE FROM social_follows");
        said(ana, "Hola @ben@peer.example", "quiet");
        said(ana, "Nobody", "followers");

        send();

        assertThat(types(peer, "/users/Ben/inbox")).containsExactly("Create", "Create");
        assertThat(types(peer, "/users/Eve/inbox")).containsExactly("Create");
    }

    @Test
    void tellsOfAChangeAndADeletionInTheirOrder() {
        var id = said(ana, "Hola", "public");
        send();
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Adios"))
                .put("/api/social/statuses/" + id)
                .then()
                .statusCode(200);
        send();
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Update", "Delete");
        assertThat(peer.received("/inbox").get(1).getJsonObject("object").getString("content"))
                .contains("Adios");
        assertThat(peer.received("/inbox").get(2).getJsonObject("object").getString("type"))
                .isEqualTo("Tombstone");
    }

    @Test
    void doesNotTellWhatWasTakenBackBefore() {
        var id = said(ana, "Hola", "public");
        as(ana).delete("/api/social/statuses/" + id).then().statusCode(204);

        send();
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Delete");
        assertThat(waiting()).isZero();
    }

    @Test
    void tellsAnAuthorElsewhereOfLikesAndEverybodyOfBoosts() {
        var note = sql.one(String.class, """
                        INSERT INTO social_statuses (uri, actor_id, visibility, content, published)
                        SELECT ? || '/1', id, 'public', 'Hola', now() FROM social_actors WHERE uri = ? RETURNING id""", ben, ben);
        var own = said(ana, "Hola", "public");
        for (var reaction : new String[] {"social_likes", "internal.boost"}) {
            sql.run(
                    "INSERT INTO %s (actor_id, status_id, uri) VALUES (?, ?, ?)".formatted(reaction),
                    actorId(ana),
                    note,
                    reaction);
        }

        as(ana).put("/api/social/statuses/" + own + "/boost").then().statusCode(204);
        as(ana).delete("/api/social/statuses/" + note + "/like").then().statusCode(204);
        as(ana).delete("/api/social/statuses/" + note + "/boost").then().statusCode(204);
        send();

        assertThat(types(peer, "/inbox")).containsExactly("Create", "Announce", "Undo", "Undo");
        assertThat(peer.received("/inbox").get(2).getJsonObject("object").getString("type"))
                .isEqualTo("Like");
        assertThat(peer.received("/inbox").get(3).getJsonObject("object").getString("object"))
                .isEqualTo(ben + "/1");
    }

    @Test
    void answersWishes() {
        sql.run("UPDATE social_follows SET status = 'pending', accepted_at = NULL");
        var wish = "SELECT f.id FROM social_follows f JOIN social_actors a ON a.id = f.actor_id WHERE a.uri = ?";

        as(ana).put("/api/social/follows/requests/" + sql.one(String.class, wish, ben));
        as(ana).delete("/api/social/follows/requests/" + sql.one(String.class, wish, eve));
        send();

        assertThat(types(peer, "/users/Ben/inbox")).containsExactly("Accept");
        assertThat(types(peer, "/users/Eve/inbox")).containsExactly("Reject");
        assertThat(peer.received("/users/Ben/inbox")
                        .getFirst()
                        .getJsonObject("object")
                        .getString("id"))
                .isEqualTo(ben + "/follow");
    }

    @Test
    void saysFarewellForWhoHasLeft() {
        var uri = Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana);
        var asked = new Asked();
        var addresses = SealedAddresses.seal(List.of(ana.email()), ana.id(), encryption);
        asked.tell("auth.user.deleted", ana, asked.forErasure(ana, addresses, null));

        pump.drain().await().atMost(Duration.ofSeconds(30));
        send();

        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE profile_id IS NOT NULL"))
                .isZero();
        assertThat(peer.received("/inbox")).singleElement().satisfies(sent -> {
            assertThat(sent.getString("type")).isEqualTo("Delete");
            assertThat(sent.getString("object")).isEqualTo(uri);
        });
        assertThat(peer.asked("POST", "/inbox").getFirst().headers().toString()).contains(uri + "#main-key");
    }

    @Test
    void queuesAPostForTenThousandFollowersAtOnce() {
        sql.run("""
                INSERT INTO social_actors (username, domain, uri, inbox_url, outbox_url, followers_url, following_url, shared_inbox_url,
                                           public_key, fetched_at)
                SELECT 'u' || n, h, 'https://' || h || '/u' || n, 'https://' || h || '/u' || n || '/inbox', '', '', '',
                       'https://' || h || '/inbox', '', now()
                  FROM (SELECT n, 'h' || n % 500 || '.example' AS h FROM generate_series(1, 10000) AS n) AS v""");
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT id, ?, 'accepted', now() FROM social_actors WHERE domain LIKE '%.example'""", actorId(ana));
        sql.run("ANALYZE social_actors, social_follows");
        said(ana, "Warm", "public");
        var begin = Instant.now();

        said(ana, "Hola", "public");

        var took = Duration.between(begin, Instant.now());
        System.out.println("queued for 10,000 followers on 501 hosts within " + took.toMillis() + " ms");
        assertThat(waiting()).isEqualTo(2 * 501);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
}
