package club.panamia.social.instance;

import static club.panamia.social.instance.Sender.activity;
import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.testing.seed.Person;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of ours that is killed in the midst of what it does: nothing is lost with it, and nothing is done twice. */
@Timeout(180)
class KilledInstanceIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";
    private static final Instance SERVER = new Instance("killed");

    private final Peer peer = new Peer();
    private final Sender sender = new Sender(SERVER);

    @BeforeAll
    static void start() {
        SERVER.start().mustBecomeReady();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static long count(String from, Object... values) {
        return SERVER.sql().one(Long.class, "SELECT count(*) FROM " + from, values);
    }

    /** How much of what this peer has sent has had its effect. */
    private long done() {
        return count("internal.inbox_activity WHERE state = 'done' AND actor_uri LIKE ?", peer.url("/%"));
    }

    /** Kills it as soon as so much is done, and starts it again; nobody waits here for what the dead process had taken. */
    private static void killAt(LongSupplier done, long... marks) {
        for (var mark : marks) {
            eventually(mark + " are done", SOON, () -> done.getAsLong() >= mark);
            SERVER.kill();
            SERVER.endLoans();
            SERVER.start().mustBecomeReady();
        }
    }

    private JsonObject note(String author, String id) {
        return new JsonObject()
                .put("id", author + "/notes/" + id)
                .put("type", "Note")
                .put("attributedTo", author)
                .put("content", "<p>" + id + "</p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", new JsonArray().add(EVERYBODY));
    }

    private static String says(Person person, String words) {
        return SERVER.as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("content", words, "visibility", "public"))
                .post("/api/social/statuses")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("uri");
    }

    /** What {@code actor} here is given to do: to follow Ana, to like her post, and to answer it. */
    private Stream<JsonObject> acts(String actor, String ana, String post) {
        return Stream.of(
                activity(actor, "follow", "Follow", ana),
                activity(actor, "like", "Like", post),
                activity(actor, "create", "Create", note(actor, "answer").put("inReplyTo", post)));
    }

    @Test
    void takesEverythingThatIsSentOnce() {
        var ana = SERVER.member("Ana");
        var uri = SERVER.uri(ana);
        var post = says(ana, "Hola");
        var people = IntStream.range(0, 40).mapToObj(n -> peer.actor("P" + n)).toList();
        var all = people.stream().flatMap(actor -> acts(actor, uri, post)).toList();

        var sending = CompletableFuture.allOf(IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.runAsync(() -> sender.send(all.subList(n * 60, n * 60 + 60))))
                .toArray(CompletableFuture[]::new));
        killAt(this::done, 20, 80);
        sending.join();

        eventually("all have had their effect", SOON, () -> done() == 120);
        assertThat(SERVER.sql().rows("SELECT likes_count, replies_count FROM social_statuses WHERE uri = ?", post))
                .containsExactly(Map.of("likes_count", 40, "replies_count", 40));
        assertThat(SERVER.sql().rows("SELECT followers_count FROM social_actors WHERE uri = ?", uri))
                .containsExactly(Map.of("followers_count", 40));
        assertThat(count(
                        "internal.event e, social_statuses s WHERE e.type = 'social.status.liked' AND e.payload ->> 'statusId' = s.id AND s.uri = ?",
                        post))
                .isEqualTo(40);
        eventually("all are answered", SOON, () -> count("internal.delivery WHERE state = 'waiting'") == 0);
        assertThat(peer.received("/users/").stream()
                        .map(answer -> answer.getJsonObject("object").getString("id"))
                        .distinct())
                .hasSize(40);
    }

    @Test
    void sendsEverythingInItsOrder() {
        var eva = SERVER.member("Eva");
        var ben = peer.actor("Ben");
        sender.send(List.of(activity(ben, "follow", "Follow", SERVER.uri(eva))));
        eventually(
                "Ben follows her", SOON, () -> peer.received("/users/Ben/inbox").size() == 1);

        peer.answersInbox("/inbox", 503);
        var posts = IntStream.range(0, 60).mapToObj(n -> says(eva, "Hola " + n)).toList();
        peer.answersInbox("/inbox", 202);
        SERVER.endLoans();
        killAt(() -> peer.asked("POST", "/inbox").size(), 10, 40);

        eventually("everything is sent", SOON, () -> count("internal.delivery WHERE state = 'waiting'") == 0);
        assertThat(peer.received("/inbox").stream()
                        .map(creation -> creation.getJsonObject("object").getString("id"))
                        .distinct())
                .containsExactlyElementsOf(posts);
    }

    @Test
    void sendsEveryArticleThatIsPublishedUnderOneId() {
        var ida = SERVER.member("Ida");
        var ben = peer.actor("Ben");
        sender.send(List.of(activity(ben, "follow", "Follow", SERVER.uri(ida))));
        eventually(
                "Ben follows her", SOON, () -> peer.received("/users/Ben/inbox").size() == 1);
        var out = "internal.federated_article f JOIN social_actors a ON a.id = f.actor_id WHERE a.uri = ?";

        peer.answersInbox("/inbox", 503);
        IntStream.range(0, 40).forEach(n -> SERVER.publishes(ida, "article-" + n));
        killAt(() -> count(out, SERVER.uri(ida)), 10);
        peer.answersInbox("/inbox", 202);
        SERVER.endLoans();
        killAt(() -> peer.asked("POST", "/inbox").size(), 5, 20);

        eventually("all are out", SOON, () -> count(out, SERVER.uri(ida)) == 40);
        eventually("everything is sent", SOON, () -> count("internal.delivery WHERE state = 'waiting'") == 0);
        var articles = peer.received("/inbox").stream()
                .map(creation -> creation.getJsonObject("object"))
                .toList();
        assertThat(articles.stream().map(article -> article.getString("url")).distinct())
                .hasSize(40);
        assertThat(articles.stream().map(article -> article.getString("id")).distinct())
                .as("none is said under two ids")
                .hasSize(40);
        assertThat(SERVER.sql().list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    @Test
    void findsEveryAnswerThatIsLookedFor() {
        var lea = SERVER.member("Lea");
        var ben = peer.actor("Ben");
        var answers = new JsonArray();
        var root = note(ben, "root");
        IntStream.range(0, 40)
                .mapToObj(n -> note(ben, "a" + n).put("inReplyTo", root.getString("id")))
                .forEach(answer -> {
                    peer.has(answer);
                    answers.add(answer.getString("id"));
                });
        peer.has(root.put("replies", new JsonObject().put("type", "Collection").put("items", answers)));
        sender.send(List.of(activity(ben, "create", "Create", root.copy().put("cc", SERVER.uri(lea)))));
        var found = "social_statuses WHERE in_reply_to_uri = ?";
        var query = "SELECT id FROM social_statuses WHERE uri = ?";
        eventually(
                "the post is here",
                SOON,
                () -> !SERVER.sql()
                        .list(String.class, query, root.getString("id"))
                        .isEmpty());
        var id = SERVER.sql().one(String.class, query, root.getString("id"));

        SERVER.as(lea).get("/api/social/statuses/" + id + "/thread").then().statusCode(200);
        killAt(() -> count(found, root.getString("id")), 8);

        eventually("all answers are here", SOON, () -> count(found, root.getString("id")) == 40);
        assertThat(SERVER.sql().one(Integer.class, "SELECT replies_count FROM social_statuses WHERE id = ?", id))
                .isEqualTo(40);
        eventually(
                "nothing is looked for any more", SOON, () -> count("internal.wanted_post WHERE done_at IS NULL") == 0);
    }
}
