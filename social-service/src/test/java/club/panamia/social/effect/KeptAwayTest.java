package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.draft;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.post;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody of a server that Ana keeps away follows her, speaks to her or is heard by her; it is there for others. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class KeptAwayTest extends Elsewhere {

    private void keepAway() {
        as(ana).put("/api/social/blocked-servers/" + peer.host()).then().statusCode(204);
    }

    private JsonObject says(JsonObject note) {
        return activity("Create", note);
    }

    @Test
    void endsFollowsBothWaysAndTellsOfThem() {
        var follow = activity("Follow", anaUri);
        send(follow);
        as(ana).put("/api/social/actors/Ben@" + peer.host() + "/follow").then().statusCode(200);
        var asked = sql.one(String.class, "SELECT uri FROM social_follows WHERE actor_id = ?", actorId(ana));
        sql.run("DELETE FROM internal.outgoing_activity");

        keepAway();
        keepAway();

        assertThat(count("social_follows")).isZero();
        assertThat(outgoing())
                .containsExactlyInAnyOrder(
                        Map.of("actor_uri", anaUri, "type", "Undo", "about", asked, "inbox_url", ben + "/inbox"),
                        Map.of(
                                "actor_uri",
                                anaUri,
                                "type",
                                "Reject",
                                "about",
                                follow.getString("id"),
                                "inbox_url",
                                ben + "/inbox"));
        assertThat(sql.list(String.class, "SELECT DISTINCT body::jsonb ->> 'actor' FROM internal.outgoing_activity"))
                .containsExactly(anaUri);
        assertThat(sql.list(Integer.class, "SELECT following_count + followers_count FROM social_actors"))
                .containsOnly(0);
    }

    @Test
    void isNotFollowed() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        keepAway();

        send(activity("Follow", anaUri));

        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows"))
                .isEqualTo("rejected");
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Reject");
        as(ana).put("/api/social/actors/Ben@" + peer.host() + "/follow").then().statusCode(404);
        as(ana).delete("/api/social/blocked-servers/" + peer.host()).then().statusCode(204);
        as(ana).put("/api/social/actors/Ben@" + peer.host() + "/follow").then().statusCode(200);
    }

    @Test
    void isNotFollowedFromTheMomentOnWhenThatIsDecided() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        var decision = """
                WITH held AS MATERIALIZED (SELECT internal.await_follows_of('%1$s'))
                INSERT INTO internal.server_block (actor_id, domain) SELECT '%1$s', '%2$s' FROM held
                """.formatted(actorId(ana), peer.host());

        var answers = Race.behind(decision, () -> {
            send(activity("Follow", anaUri));
            return outgoing();
        });

        assertThat(answers).extracting(row -> row.get("type")).containsExactly("Reject");
    }

    @Test
    void isNeitherNamedNorWrittenTo() {
        keepAway();

        send(says(note("1", "<p>Hola, Ana</p>")));
        send(says(note("2", "<p>For you alone</p>")
                .put("to", new JsonArray().add(anaUri))
                .put("cc", new JsonArray())));

        assertThat(count("social_statuses")).isZero();
        assertThat(count("internal.event")).isZero();
    }

    @Test
    void hearsOfNoReaction() {
        var post = said(ana, "Hola", "public");
        sql.run("DELETE FROM internal.event");
        var uri = Callers.PUBLIC_URL + "/ap/statuses/" + post;
        keepAway();

        send(activity("Like", uri));
        send(activity("Announce", uri));
        send(says(note("1", "<p>No</p>").put("inReplyTo", uri)));

        assertThat(count("social_likes") + count("internal.boost")).isZero();
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE id = ?", post))
                .isZero();
        assertThat(count("internal.event")).isZero();
    }

    /** Carla follows Ben, and is named beside Ana. */
    @Test
    void isForOthersWhatItWas() {
        var carla = joined("Carla");
        send(activity("Like", "https://elsewhere.example/unknown"));
        follows(carla);
        keepAway();
        sql.run("DELETE FROM internal.event");

        send(says(note("1", "<p>Hola, both</p>")
                .put("cc", new JsonArray().add(anaUri).add(Callers.PUBLIC_URL + "/ap/actors/" + actorId(carla)))));

        var post = sql.one(String.class, "SELECT id FROM social_statuses");
        assertThat(sql.list(String.class, "SELECT actor_id FROM social_recipients"))
                .containsExactly(actorId(carla));
        assertThat(sql.list(String.class, "SELECT payload ->> 'heardBy' FROM internal.event"))
                .containsExactly("[\"%s\"]".formatted(actorId(carla)));
        as(carla).get("/api/social/statuses/" + post).then().statusCode(200);
        as(carla).get("/api/social/mentions").then().body("items.id", is(List.of(post)));
        as(ana).get("/api/social/statuses/" + post).then().statusCode(404);
        as(ana).get("/api/social/mentions").then().body("items", empty());
    }

    @Test
    void isNotNamedByALaterWordingEither() {
        var carla = joined("Carla");
        send(activity("Like", "https://elsewhere.example/unknown"));
        follows(carla);
        send(says(note("1", "<p>Hola</p>").put("cc", new JsonArray())));
        keepAway();

        send(activity("Update", note("1", "<p>Hola, Ana</p>").put("updated", "2026-11-02T00:00:00Z")));

        assertThat(sql.one(String.class, "SELECT content FROM social_statuses")).contains("Ana");
        assertThat(count("social_recipients")).isZero();
    }

    /** What Ben said, and what he hands on; what others hand on of his. */
    @Test
    void isNotSeenWhoeverHandsItOn() {
        var carla = joined("Carla");
        send(activity("Like", "https://elsewhere.example/unknown"));
        follows(carla);
        send(says(note("1", "<p>Hola</p>").put("cc", new JsonArray())));
        var his = sql.one(String.class, "SELECT id FROM social_statuses");
        var hers = said(carla, "Hola from here", "public");
        as(carla).put("/api/social/statuses/" + his + "/boost").then().statusCode(204);
        send(activity("Announce", Callers.PUBLIC_URL + "/ap/statuses/" + hers));
        as(ana).put("/api/social/actors/Carla/follow").then().statusCode(200);
        keepAway();

        as(ana).get("/api/social/timelines/home").then().body("items.id", is(List.of(hers)));
        as(ana).get("/api/social/actors/Carla/statuses?boosts=true").then().body("items.id", is(List.of(hers)));
        as(ana).get("/api/social/actors/Ben@%s/statuses?boosts=true".formatted(peer.host()))
                .then()
                .body("items", empty());
        as(ana).get("/api/social/statuses/" + hers + "/boosts").then().body("items", empty());
        as(ana).get("/api/social/search?q=Ben").then().body("actors", empty());
        as(carla).get("/api/social/statuses/" + hers + "/boosts").then().body("items.username", is(List.of("Ben")));
        as(carla).get("/api/social/search?q=Ben").then().body("actors.username", is(List.of("Ben")));
    }

    @Test
    void isNotSpokenToFromHere() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        keepAway();
        var message = draft("For you", "direct");
        message.put(
                "recipientActorIds", List.of(sql.one(String.class, "SELECT id FROM social_actors WHERE uri = ?", ben)));

        post(ana, message).statusCode(422);
        said(ana, "Hola, @Ben@" + peer.host(), "public");

        assertThat(count("social_recipients WHERE actor_id IS NOT NULL")).isZero();
        assertThat(outgoing()).isEmpty();
    }

    private void follows(Person person) {
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, uri, status, accepted_at)"
                        + " SELECT ?, id, 'https://localhost/f', 'accepted', now() FROM social_actors WHERE uri = ?",
                actorId(person),
                ben);
    }
}
