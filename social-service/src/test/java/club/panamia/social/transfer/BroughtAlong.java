package club.panamia.social.transfer;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana brings along what she had on another server. */
abstract class BroughtAlong {

    static final String IMPORTS = "/api/social/imports/";

    final Sql sql = TestDatabase.get().sql();
    final Peer peer = new Peer();
    Person ana;

    @Inject
    WorkThroughImports work;

    @Inject
    Vertx vertx;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        peer.calls("ben", peer.actor("Ben"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    ValidatableResponse bring(String kind, String file) {
        return as(ana).contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + kind)
                .then();
    }

    String brought(String kind, String file) {
        return bring(kind, file).statusCode(202).extract().jsonPath().getString("id");
    }

    ValidatableResponse see(String id) {
        return as(ana).get(IMPORTS + id).then().statusCode(200);
    }

    /** As the scheduler does, when everything is due. */
    void work() {
        sql.run("UPDATE internal.social_import_row SET due_at = now() WHERE state = 'waiting'");
        begin().await().atMost(Duration.ofSeconds(30));
    }

    Uni<Void> begin() {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> work.run().subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
