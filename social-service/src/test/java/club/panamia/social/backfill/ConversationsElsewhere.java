package club.panamia.social.backfill;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;

import club.panamia.social.Peer;
import club.panamia.social.inbox.InboxOfTests;
import club.panamia.social.remote.RemoteActors;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana follows Ben of another server, who takes part in conversations there. */
abstract class ConversationsElsewhere {

    final Sql sql = TestDatabase.get().sql();
    final Peer peer = new Peer();
    Person ana;
    String ben;

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

    void look() {
        begin().orTimeout(30, TimeUnit.SECONDS).join();
    }

    CompletableFuture<Void> begin() {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(
                            ignored -> lookForPosts.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .subscribeAsCompletionStage();
    }

    String uri(String id) {
        return ben + "/notes/" + id;
    }

    JsonObject note(String id) {
        return new JsonObject()
                .put("id", uri(id))
                .put("type", "Note")
                .put("attributedTo", ben)
                .put("content", "<p>" + id + "</p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public"));
    }

    void says(JsonObject note) {
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

    String idOf(String note) {
        return sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", uri(note));
    }

    List<String> thread(String part, String note) {
        return as(ana).get("/api/social/statuses/" + idOf(note) + "/thread")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList(part + ".content", String.class);
    }

    long posts() {
        return sql.one(Long.class, "SELECT count(*) FROM social_statuses");
    }
}
