package club.panamia.social.proof;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.as;

import club.panamia.social.home.Home;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.Person;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ana names pages of hers, and Ben looks at what she says of herself. */
abstract class Provable {

    final Sql sql = TestDatabase.get().sql();
    final HttpStub site = new HttpStub();
    Person ana;
    Person ben;

    @Inject
    Home home;

    @Inject
    ProveLinks proveLinks;

    @Inject
    Vertx vertx;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = joined("Ben");
    }

    @AfterEach
    void close() {
        site.close();
    }

    void look() {
        begin(proveLinks).orTimeout(60, TimeUnit.SECONDS).join();
    }

    CompletableFuture<Void> begin(ProveLinks process) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(ignored -> process.run().subscribe().with(emitter::complete, emitter::fail));
                })
                .subscribeAsCompletionStage();
    }

    void names(String... pages) {
        sql.run(
                "UPDATE social_actors SET fields = CAST(? AS jsonb) WHERE id = ?",
                fields(pages).encode(),
                actorId(ana));
    }

    static JsonArray fields(String... pages) {
        var fields = new JsonArray();
        Arrays.stream(pages)
                .forEach(page -> fields.add(new JsonObject()
                        .put("type", "PropertyValue")
                        .put("name", "Page")
                        .put("value", "<a href=\"%1$s\" rel=\"me nofollow noopener\">%1$s</a>".formatted(page))));
        return fields;
    }

    List<String> proven() {
        return proven("Ana");
    }

    List<String> proven(String name) {
        return whatBenSees(name)
                .getList("fields.findAll { it.verifiedAt != null }.value.collect { it.split('\"')[1] }");
    }

    JsonPath whatBenSees(String name) {
        return as(ben).get("/api/social/actors/" + name)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String linkBack() {
        return "<p>About me</p><a rel=\"me nofollow\" href=\"%s\">Ana</a>".formatted(home.profile("Ana"));
    }

    long rows(String which) {
        return sql.one(Long.class, "SELECT count(*) FROM internal.proven_link WHERE " + which);
    }

    void isDueAgain() {
        sql.run("UPDATE internal.proven_link SET due_at = now() WHERE due_at IS NOT NULL");
    }
}
