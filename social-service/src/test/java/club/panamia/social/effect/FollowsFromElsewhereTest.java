package club.panamia.social.effect;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.said;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.database.Race;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FollowsFromElsewhereTest extends Elsewhere {

    @Test
    void ofAFollowAreAFollowerAndAnAnswer() {
        var follow = activity("Follow", anaUri);

        send(follow);

        assertThat(sql.rows("SELECT status::text AS status, uri FROM social_follows"))
                .containsExactly(Map.of("status", "accepted", "uri", follow.getString("id")));
        assertThat(sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE uri = ?", anaUri))
                .isOne();
        assertThat(outgoing())
                .containsExactly(Map.of(
                        "actor_uri",
                        anaUri,
                        "type",
                        "Accept",
                        "about",
                        follow.getString("id"),
                        "inbox_url",
                        ben + "/inbox"));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("social.follow.accepted");
        assertThat(states()).isEqualTo("done");
    }

    @Test
    void ofAFollowAskedAgainAreAnotherAnswerAndNoMore() {
        send(activity("Follow", anaUri));
        send(activity(
                "Follow", new JsonArray().add(new JsonObject().put("id", anaUri).put("type", "Person"))));

        assertThat(count("social_follows")).isOne();
        assertThat(count("internal.event")).isOne();
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Accept", "Accept");
    }

    @Test
    void ofAFollowWaitWhereSomebodyDecidesThemselves() {
        sql.run("UPDATE social_actors SET manually_approves_followers = true WHERE uri = ?", anaUri);

        send(activity("Follow", anaUri));

        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows"))
                .isEqualTo("pending");
        assertThat(outgoing()).isEmpty();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event"))
                .containsExactly("social.follow.requested");
    }

    @Test
    void ofAFollowOfSomebodyWhoIsHiddenAreARefusal() {
        sql.run("UPDATE profiles SET active = false");

        send(activity("Follow", anaUri));

        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows"))
                .isEqualTo("rejected");
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Reject");
    }

    @Test
    void ofAnUndoneFollowIsNothingLeft() {
        var follow = activity("Follow", anaUri);
        send(follow);
        send(activity("Undo", follow));
        assertThat(count("social_follows")).isZero();

        send(activity("Follow", anaUri).put("id", ben + "/again"));
        send(activity("Undo", ben + "/again"));

        assertThat(count("social_follows")).isZero();
        assertThat(sql.one(Integer.class, "SELECT followers_count FROM social_actors WHERE uri = ?", anaUri))
                .isZero();
    }

    @Test
    void ofTheSameFollowAtOnceAreOneFollower() {
        var follow = activity("Follow", anaUri);
        Race.of(6, runner -> () -> {
            send(follow);
            return runner;
        });

        assertThat(count("social_follows")).isOne();
        assertThat(count("internal.delivery")).isOne();
    }

    @Test
    void ofOurFollowBeingAcceptedAndRejectedAreItsStates() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        var id = sql.one(String.class, """
                        INSERT INTO social_follows (actor_id, target_actor_id, uri)
                        SELECT a.id, b.id, 'http://localhost:8080/ap/follows/1' FROM social_actors a, social_actors b
                         WHERE a.uri = ? AND b.uri = ? RETURNING id""", anaUri, ben);
        var eve = peer.actor("Eve");
        Peer.send(
                eve,
                "/ap/inbox",
                activity("Accept", "http://localhost:8080/ap/follows/1")
                        .put("id", eve + "/1")
                        .put("actor", eve));
        inbox.drain();
        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows WHERE id = ?", id))
                .isEqualTo("pending");

        send(activity(
                "Accept",
                new JsonObject()
                        .put("type", "Follow")
                        .put("id", "lost")
                        .put("actor", anaUri)
                        .put("object", ben)));
        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows WHERE id = ?", id))
                .isEqualTo("accepted");

        send(activity("Reject", "http://localhost:8080/ap/follows/1"));
        assertThat(sql.one(String.class, "SELECT status::text FROM social_follows WHERE id = ?", id))
                .isEqualTo("rejected");
    }

    @Test
    void ofAFarewellIsThatNothingIsLeft() {
        send(activity("Follow", anaUri));
        send(activity("Create", note("1", "Hola")));

        send(activity("Delete", ben));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE uri = ?", ben))
                .isZero();
        assertThat(count("social_follows") + count("social_statuses")).isZero();
        Peer.send(ben, "/ap/inbox", activity("Follow", anaUri));
        inbox.drain();
        assertThat(count("social_follows")).isZero();
    }

    @Test
    void ofABlockIsThatNeitherFollowsTheOther() {
        send(activity("Follow", anaUri));

        send(activity("Block", anaUri));

        assertThat(count("social_follows")).isZero();
        assertThat(count("internal.actor_block")).isOne();
    }

    @Test
    void ofABlockIsThatWhatWasAboutToBeginEnds() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        var follow = """
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT b.id, a.id, 'accepted', now() FROM social_actors a, social_actors b
                 WHERE a.uri = '%s' AND b.uri = '%s' AND NOT internal.is_apart(b.id, a.id)
                """.formatted(anaUri, ben);

        var done = Race.behind(follow, () -> {
            send(activity("Block", anaUri));
            return count("internal.actor_block");
        });

        assertThat(done).isOne();
        assertThat(count("social_follows")).isZero();
    }

    @Test
    void ofAFollowIsARefusalWhereABlockIsBeingMade() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        var block = """
                INSERT INTO internal.actor_block (actor_id, target_actor_id)
                SELECT a.id, b.id FROM social_actors a, social_actors b WHERE a.uri = '%s' AND b.uri = '%s'
                """.formatted(anaUri, ben);

        var answers = Race.behind(block, () -> {
            send(activity("Follow", anaUri));
            return outgoing();
        });

        assertThat(answers).extracting(row -> row.get("type")).containsExactly("Reject");
    }

    @Test
    void ofABlockThatIsTakenBackIsThatTheyMayFollowAgain() {
        var block = activity("Block", anaUri);
        send(block);
        send(activity("Undo", block));

        send(activity("Follow", anaUri));

        assertThat(count("internal.actor_block")).isZero();
        assertThat(count("social_follows")).isOne();
    }

    @Test
    void areNoneOfWhomSomebodyBlocks() {
        send(activity("Like", "https://elsewhere.example/unknown"));
        var post = Callers.PUBLIC_URL + "/ap/statuses/" + said(ana, "Hola", "public");
        sql.run(
                "INSERT INTO internal.actor_block (actor_id, target_actor_id) SELECT ?, id FROM social_actors WHERE uri = ?",
                actorId(ana),
                ben);

        send(activity("Like", post));
        send(activity("Follow", anaUri));

        assertThat(count("social_likes")).isZero();
        assertThat(outgoing()).extracting(row -> row.get("type")).containsExactly("Reject");
    }

    @Test
    void ofAChangeOfAnActorAreWhatTheirServerSays() {
        send(activity("Follow", anaUri));
        peer.has(peer.describe("Ben", Peer.KEYS).put("name", "Benito"));

        send(activity("Update", peer.describe("Ben", Peer.KEYS).put("name", "Somebody else")));

        assertThat(sql.one(String.class, "SELECT name FROM social_actors WHERE uri = ?", ben))
                .isEqualTo("Benito");
    }
}
