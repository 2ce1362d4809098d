package club.panamia.social.effect;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ana follows Ben, who is of another server. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowingElsewhereTest extends Elsewhere {

    private static final String FOLLOW = "SELECT uri FROM social_follows";

    @Inject
    RemoteActors actors;

    private String path;

    @BeforeEach
    void benIsKnown() {
        actors.at(ben).await().atMost(Duration.ofSeconds(20));
        path = "/api/social/actors/ben@" + peer.host();
    }

    private void follow() {
        as(ana).put(path + "/follow").then().statusCode(200).body("state", is("pending"));
    }

    private void accepted() {
        follow();
        send(activity("Accept", sql.one(String.class, FOLLOW)));
    }

    @Test
    void asksTheirServerAndWaits() {
        follow();
        as(ana).put(path + "/follow").then().statusCode(200).body("state", is("pending"));

        assertThat(outgoing())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("actor_uri", anaUri)
                        .containsEntry("type", "Follow")
                        .containsEntry("inbox_url", ben + "/inbox"));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).isEmpty();
    }

    @Test
    void asksOnceHoweverOftenAtOnce() {
        Race.of(5, n -> () -> as(ana).put(path + "/follow").statusCode());

        assertThat(outgoing()).hasSize(1);
    }

    @Test
    void hearsAtHomeWhatTheySayToFollowersFromTheirAnswerOn() {
        follow();
        var note = note("1", "<p>Hola</p>")
                .put("to", new JsonArray().add(ben + "/followers"))
                .put("cc", new JsonArray());
        send(activity("Create", note));
        as(ana).get("/api/social/timelines/home").then().body("items", hasSize(0));

        send(activity("Accept", sql.one(String.class, FOLLOW)));
        send(activity("Create", note.copy().put("id", ben + "/notes/2")));

        as(ana).get("/api/social/timelines/home")
                .then()
                .body("items.uri", contains(ben + "/notes/2"))
                .body("items.actor.username", contains("Ben"));
        as(ana).get("/api/social/follows").then().body("items.domain", contains(peer.host()));
    }

    @Test
    void hearsAtHomeWhatTheyHandOnOfOthers() {
        var eve = peer.actor("Eve");
        peer.has(note("1", "<p>Hola</p>").put("id", eve + "/notes/1").put("attributedTo", eve));
        send(activity("Announce", eve + "/notes/1"));
        assertThat(count("social_statuses")).isZero();
        accepted();

        send(activity("Announce", eve + "/notes/1"));
        send(activity("Announce", eve + "/notes/2"));

        as(ana).get("/api/social/timelines/home")
                .then()
                .body("items.uri", contains(eve + "/notes/1"))
                .body("items.actor.username", contains("Eve"))
                .body("items.boostedBy.username", contains("Ben"));
    }

    @Test
    void takesItBack() {
        accepted();

        as(ana).delete(path + "/follow").then().statusCode(204);
        as(ana).delete(path + "/follow").then().statusCode(204);

        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Follow", "Undo");
        assertThat(count("social_follows")).isZero();
        assertThat(sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE uri = ?", ben))
                .isZero();
    }

    @Test
    void asksAnewAfterARefusalThatWasTakenBack() {
        follow();
        send(activity("Reject", sql.one(String.class, FOLLOW)));
        as(ana).put(path + "/follow").then().body("state", is("rejected"));

        as(ana).delete(path + "/follow").then().statusCode(204);
        follow();

        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Follow", "Follow");
    }

    @Test
    void showsWhoFollowsFromElsewhereAndRemovesThem() {
        send(activity("Follow", anaUri));
        as(ana).get("/api/social/follows?type=followers").then().body("items.username", contains("Ben"));

        as(ana).delete("/api/social/follows/followers/ben@" + peer.host())
                .then()
                .statusCode(204);

        assertThat(count("social_follows")).isZero();
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Accept", "Reject");
    }

    @Test
    void endsBothWaysWithABlock() {
        accepted();
        send(activity("Follow", anaUri));

        as(ana).put("/api/social/blocks/ben@" + peer.host()).then().statusCode(204);

        assertThat(count("social_follows")).isZero();
        assertThat(outgoing())
                .extracting(row -> row.get("type"))
                .containsExactlyInAnyOrder("Follow", "Accept", "Undo", "Reject");
        as(ana).put(path + "/follow").then().statusCode(404);
        as(ana).delete("/api/social/blocks/ben@" + peer.host()).then().statusCode(204);
        follow();
    }

    @Test
    void answersAreAddressedToWhomTheyAnswer() {
        send(activity("Create", note("1", "<p>Hola</p>")));
        var id = sql.one(String.class, "SELECT id FROM social_statuses");

        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Si", "inReplyTo", id))
                .post("/api/social/statuses")
                .then()
                .statusCode(201);

        assertThat(sql.list(String.class, "SELECT name FROM social_tags")).containsExactly("@Ben@" + peer.host());
        assertThat(sql.list(String.class, "SELECT inbox_url FROM internal.delivery"))
                .containsExactly(peer.url("/inbox"));
    }

    @Test
    void messagesReachThemAndTheirAnswersReachAna() {
        var benId = sql.one(String.class, "SELECT id FROM social_actors WHERE uri = ?", ben);
        as(ana).contentType(ContentType.JSON)
                .body(Map.of("content", "Psst", "visibility", "direct", "recipientActorIds", List.of(benId)))
                .post("/api/social/statuses")
                .then()
                .statusCode(201);
        send(activity(
                "Create",
                note("1", "<p>What?</p>")
                        .put("published", Instant.now().toString())
                        .put("to", new JsonArray().add(anaUri))
                        .put("cc", new JsonArray())));

        as(ana).get("/api/social/conversations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].with.username", contains("Ben"))
                .body("items[0].unread", is(1))
                .body("items[0].last.content", is("<p>What?</p>"));
        assertThat(sql.list(String.class, "SELECT inbox_url FROM internal.delivery"))
                .containsExactly(peer.url("/inbox"));
    }

    @Test
    void likesAndBoostsAreToldToThem() {
        send(activity("Create", note("1", "<p>Hola</p>")));
        var id = sql.one(String.class, "SELECT id FROM social_statuses");

        as(ana).put("/api/social/statuses/" + id + "/like").then().statusCode(204);
        as(ana).put("/api/social/statuses/" + id + "/boost").then().statusCode(204);

        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Like", "Announce");
        assertThat(sql.list(String.class, "SELECT body::jsonb ->> 'object' FROM internal.outgoing_activity"))
                .containsOnly(ben + "/notes/1");
    }
}
