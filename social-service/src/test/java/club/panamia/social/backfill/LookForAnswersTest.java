package club.panamia.social.backfill;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LookForAnswersTest extends ConversationsElsewhere {

    @Test
    void findsWhatAnswersAPostOnceAMemberHasReadTheConversation() {
        var page = new JsonObject()
                .put("id", uri("root") + "/replies?page=1")
                .put("type", "CollectionPage")
                .put(
                        "items",
                        new JsonArray()
                                .add(uri("a1"))
                                .add("https://elsewhere.example/gone")
                                .add(uri("a1")));
        peer.has("/users/Ben/notes/root/replies?page=1", page);
        peer.has(note("root")
                .put(
                        "replies",
                        new JsonObject().put("type", "Collection").put("first", uri("root") + "/replies?page=1")));
        peer.has(note("a1").put("inReplyTo", uri("root")));
        says(note("root"));

        anonymous()
                .get("/api/social/statuses/" + idOf("root") + "/thread")
                .then()
                .statusCode(200);
        look();
        assertThat(posts()).isOne();
        assertThat(thread("descendants", "root")).isEmpty();
        look();

        assertThat(thread("descendants", "root")).containsExactly("<p>a1</p>");
        assertThat(peer.asked("GET", "/users/Ben/notes/root/replies")).hasSize(1);
    }

    @Test
    void asksForFiftyAnswersAtMostHoweverTheyGoRound() {
        var items = new JsonArray();
        IntStream.range(0, 80).forEach(n -> items.add(uri("a" + n)));
        var page = new JsonObject()
                .put("id", uri("root") + "/replies")
                .put("type", "CollectionPage")
                .put("items", items)
                .put("next", uri("root") + "/replies");
        peer.has(page).has(note("root").put("replies", uri("root") + "/replies"));
        says(note("root"));

        thread("descendants", "root");
        look();

        assertThat(peer.asked("GET", "/users/Ben/notes/a")).hasSize(50);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.wanted_post WHERE done_at IS NULL"))
                .isZero();
    }

    @Test
    void keepsEachOfManyThatItFindsAtOnce() {
        var items = new JsonArray();
        IntStream.range(0, 40).mapToObj(n -> note("a" + n)).forEach(answer -> {
            peer.has(answer.put("inReplyTo", uri("root")));
            items.add(answer.getString("id"));
        });
        peer.has(note("root")
                .put("replies", new JsonObject().put("type", "Collection").put("items", items)));
        says(note("root"));

        thread("descendants", "root");
        look();

        assertThat(posts()).isEqualTo(41);
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE uri = ?", uri("root")))
                .isEqualTo(40);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.wanted_post WHERE done_at IS NULL"))
                .isZero();
    }
}
