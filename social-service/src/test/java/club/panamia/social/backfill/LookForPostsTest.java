package club.panamia.social.backfill;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.social.Peer;
import club.panamia.social.inbox.InboxOfTests;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ana follows Ben of another server, who takes part in conversations there. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LookForPostsTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;
    private String ben;

    @Inject
    RemoteActors actors;

    @Inject
    LookForPosts lookForPosts;

    @Inject
    InboxOfTests inbox;

    @Inject
    Vertx vertx;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = peer.actor("Ben");
        sql.run(
                "INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at) VALUES (?, ?, 'accepted', now())",
                actorId(ana),
                actors.at(ben).await().atMost(Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private void look() {
        begin().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<Void> begin() {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(
                            ignored -> lookForPosts.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .subscribeAsCompletionStage();
    }

    private String uri(String id) {
        return ben + "/notes/" + id;
    }

    private JsonObject note(String id) {
        return new JsonObject()
                .put("id", uri(id))
                .put("type", "Note")
                .put("attributedTo", ben)
                .put("content", "<p>" + id + "</p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public"));
    }

    private void says(JsonObject note) {
        Peer.send(
                ben,
                "/ap/inbox",
                new JsonObject()
                        .put("id", note.getString("id") + "/activity")
                        .put("type", "Create")
                        .put("actor", ben)
                        .put("object", note));
        inbox.drain();
    }

    private String idOf(String note) {
        return sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", uri(note));
    }

    private List<String> thread(String part, String note) {
        return as(ana).get("/api/social/statuses/" + idOf(note) + "/thread")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(part + ".content", String.class);
    }

    private long posts() {
        return sql.one(Long.class, "SELECT count(*) FROM social_statuses");
    }

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

    @Test
    void asksNobodyForWhatIsOfThisServer() {
        says(note("leaf").put("inReplyTo", Callers.PUBLIC_URL + "/ap/statuses/gone"));

        look();

        assertThat(posts()).isOne();
        assertThat(sql.list(Boolean.class, "SELECT done_at IS NOT NULL FROM internal.wanted_post"))
                .containsExactly(true);
    }
}
