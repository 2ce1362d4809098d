package club.panamia.social.backfill;

import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LookForPostsTest extends ConversationsElsewhere {

    @Test
    void findsWhatAPostAnswersUpToItsBeginning() {
        peer.has(note("root")).has(note("middle").put("inReplyTo", uri("root")));

        says(note("leaf").put("inReplyTo", uri("middle")));
        assertThat(posts()).isOne();
        look();

        assertThat(thread("ancestors", "leaf")).containsExactly("<p>root</p>", "<p>middle</p>");
        assertThat(sql.one(Integer.class, "SELECT replies_count FROM social_statuses WHERE uri = ?", uri("middle")))
                .isOne();
    }

    @Test
    void isNotHeldUpByAServerThatDoesNotAnswer() {
        try (var slow = new Peer()) {
            slow.holdsBack();
            sql.run(
                    "INSERT INTO internal.wanted_post (uri, kind, due_at) SELECT ? || n, 'post', now() - interval '1 minute'"
                            + " FROM generate_series(1, 60) AS n",
                    slow.url("/notes/"));
            peer.has(note("quick"));
            sql.run("INSERT INTO internal.wanted_post (uri, kind) VALUES (?, 'post')", uri("quick"));

            var round = begin();
            eventually("the other one is here", Duration.ofSeconds(5), () -> posts() == 1);

            assertThat(round).isNotDone();
            assertThat(slow.asked("GET", "/notes/")).hasSizeLessThanOrEqualTo(4);
            slow.goesOn();
            round.orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.wanted_post WHERE done_at IS NULL"))
                    .isZero();
        }
    }

    @Test
    void countsAPollAnewThatAMemberLooksAt() {
        var question = note("poll")
                .put("type", "Question")
                .put("endTime", Instant.now().plus(Duration.ofHours(1)).toString());
        says(question.put("oneOf", options(1, 0)).copy());
        peer.has(question.put("oneOf", options(5, 2)).put("votersCount", 7));
        var path = "/api/social/statuses/" + idOf("poll");
        Runnable read = () -> as(ana).get(path).then().statusCode(200);

        read.run();
        look();
        assertThat(voters()).as("what was said a moment ago").isOne();

        sql.run("UPDATE internal.poll SET told_at = now() - interval '6 minutes'");
        anonymous().get(path).then().statusCode(200);
        look();
        assertThat(voters()).isOne();

        read.run();
        read.run();
        look();
        read.run();
        look();
        assertThat(voters()).isEqualTo(7);
        assertThat(sql.one(String.class, "SELECT votes::text FROM internal.poll"))
                .isEqualTo("{5,2}");
        assertThat(peer.asked("GET", "/users/Ben/notes/poll")).hasSize(1);
    }

    private Integer voters() {
        return sql.one(Integer.class, "SELECT voters_count FROM internal.poll");
    }

    private static JsonArray options(int yes, int no) {
        return new JsonArray().add(option("Yes", yes)).add(option("No", no));
    }

    private static JsonObject option(String name, int votes) {
        return new JsonObject()
                .put("type", "Note")
                .put("name", name)
                .put("replies", new JsonObject().put("type", "Collection").put("totalItems", votes));
    }

    @Test
    void goesUpTenPostsAndNoFurther() {
        IntStream.range(0, 20).forEach(n -> peer.has(note("n" + n).put("inReplyTo", uri("n" + (n + 1)))));

        says(note("leaf").put("inReplyTo", uri("n0")));
        look();

        assertThat(posts()).isEqualTo(11);
    }

    @Test
    void asksNobodyForWhatIsOfThisServer() {
        says(note("leaf").put("inReplyTo", Callers.PUBLIC_URL + "/ap/statuses/gone"));

        look();

        assertThat(posts()).isOne();
        assertThat(sql.list(Boolean.class, "SELECT done_at IS NOT NULL FROM internal.wanted_post"))
                .containsExactly(true);
    }
}
