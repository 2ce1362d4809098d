package club.panamia.social.transfer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ana brings along what she had on another server. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImportsResourceTest {

    private static final String IMPORTS = "/api/social/imports/";

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;

    @Inject
    WorkThroughImports work;

    @Inject
    WaitingRows rows;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        peer.calls("ben", peer.actor("Ben"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private ValidatableResponse bring(String kind, String file) {
        return as(ana).contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + kind)
                .then();
    }

    private String brought(String kind, String file) {
        return bring(kind, file).statusCode(202).extract().jsonPath().getString("id");
    }

    private ValidatableResponse see(String id) {
        return as(ana).get(IMPORTS + id).then().statusCode(200);
    }

    /** As the scheduler does, when everything is due. */
    private void work() {
        sql.run("UPDATE internal.social_import_row SET due_at = now() WHERE state = 'waiting'");
        begin().await().atMost(Duration.ofSeconds(30));
    }

    private Uni<Void> begin() {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> work.run().subscribe().with(emitter::complete, emitter::fail));
        });
    }

    private List<String> mine(String table) {
        return sql.list(
                String.class,
                "SELECT lower(t.username) FROM %s v JOIN social_actors t ON t.id = v.target_actor_id WHERE v.actor_id = ? ORDER BY 1"
                        .formatted(table),
                actorId(ana));
    }

    @Test
    void areFollowedLineByLine() {
        joined("Carla");
        var id = brought("follows", """
                Account address,Show boosts,Notify on new posts,Languages
                Ben@%s,true,false,
                carla@localhost,true,true,"en, es"
                Nobody@localhost,true,false,
                Missing@%s,true,false,
                ana@localhost,true,false,
                CARLA@localhost,false,false,
                not an address,true,false,
                """.formatted(peer.host(), peer.host()));
        see(id).body("lines", is(6))
                .body("waiting", is(5))
                .body("refused", is(1))
                .body("kind", is("follows"))
                .body("mode", is("merge"));

        work();

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        assertThat(sql.list(
                        String.class,
                        "SELECT o.body::jsonb ->> 'type' FROM internal.outgoing_activity o JOIN internal.delivery d"
                                + " ON d.activity_id = o.id"))
                .containsExactly("Follow");
        see(id).body("waiting", is(0)).body("done", is(2)).body("refused", is(4));
        as(ana).get(IMPORTS + id + "/refusals?limit=3")
                .then()
                .statusCode(200)
                .body("items.line", contains(4, 5, 6))
                .body("items.reason", contains("no-such-actor", "not-there-elsewhere", "not-yourself"));
        var next = as(ana).get(IMPORTS + id + "/refusals?limit=3")
                .then()
                .extract()
                .jsonPath()
                .getString("nextCursor");
        as(ana).get(IMPORTS + id + "/refusals?limit=3&cursor=" + next)
                .then()
                .body("items.value", contains("not an address"))
                .body("items.reason", contains("not-understood"));
    }

    @ParameterizedTest
    @CsvSource({"blocks, internal.actor_block", "mutes, internal.actor_mute"})
    void areNotHeardAnyMore(String kind, String table) {
        joined("Carla");
        var dora = joined("Dora");
        as(ana).put("/api/social/%s/dora".formatted(kind)).then().statusCode(204);

        var id = brought(kind, "@Ben@" + peer.host() + "\ncarla@localhost\n");
        work();
        assertThat(mine(table)).containsExactly("ben", "carla", "dora");
        see(id).body("done", is(2));

        brought(kind + "?mode=overwrite", "carla@localhost\n");
        work();
        assertThat(mine(table)).containsExactly("carla");
        assertThat(actorId(dora)).isNotNull();
    }

    @Test
    void areAllThatIsFollowedWhereTheyAreToBe() {
        var carla = joined("Carla");
        follows(ana, carla);
        follows(ana, joined("Dora"));

        var id = brought("follows?mode=overwrite", "Carla@localhost\nBen@" + peer.host() + "\n");
        see(id).body("lines", is(3)).body("mode", is("overwrite"));
        work();

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        see(id).body("done", is(3));
    }

    @Test
    void areServersThatAreKeptAway() {
        as(ana).put("/api/social/blocked-servers/old.example").then().statusCode(204);

        brought("servers?mode=overwrite", "#domain\nBad.example\nhttps://no.example\nlocalhost\n");
        work();

        assertThat(sql.list(String.class, "SELECT domain FROM internal.server_block"))
                .containsExactly("bad.example");
        assertThat(sql.list(
                        String.class,
                        "SELECT value FROM internal.social_import_row WHERE state = 'refused' ORDER BY id"))
                .containsExactly("https://no.example", "localhost");
    }

    @Test
    void arePostsThatAreKept() {
        var here = Callers.PUBLIC_URL + "/ap/statuses/" + said(joined("Carla"), "Hola", "public");
        var there = peer.url("/users/Ben") + "/notes/1";
        peer.has(new JsonObject()
                .put("id", there)
                .put("type", "Note")
                .put("attributedTo", peer.url("/users/Ben"))
                .put("content", "<p>Hola</p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public")));

        var id = brought("bookmarks", "%s\n%s\n%s/notes/2\n".formatted(here, there, peer.url("/users/Ben")));
        work();

        as(ana).get("/api/social/bookmarks").then().body("items.uri", containsInAnyOrder(here, there));
        as(ana).get(IMPORTS + id + "/refusals").then().body("items.reason", contains("not-there-elsewhere"));
    }

    /** Whoever does not answer is asked four times, with more and more time between. */
    @Test
    void waitForAServerThatDoesNotAnswer() {
        var gone = new Peer();
        var file = "zoe@%s\n".formatted(gone.host());
        gone.close();
        var id = brought("follows", file);

        work();
        see(id).body("waiting", is(1));
        assertThat(sql.one(
                        Boolean.class, "SELECT due_at > now() + interval '10 minutes' FROM internal.social_import_row"))
                .isTrue();
        sql.run("UPDATE internal.social_import_row SET attempts = 3");
        work();

        see(id).body("waiting", is(0)).body("refused", is(1));
    }

    @Test
    void haveTheirEffectOnceHoweverManyWorkThroughThem() {
        joined("Carla");
        brought("follows", "carla@localhost\nBen@%s\n".formatted(peer.host()));
        sql.run("UPDATE internal.social_import_row SET due_at = now()");

        Race.of(4, runner -> () -> {
            begin().await().atMost(Duration.ofSeconds(30));
            return runner;
        });

        assertThat(mine("social_follows")).containsExactly("ben", "carla");
        assertThat(sql.list(String.class, "SELECT type FROM internal.event WHERE type LIKE 'social.follow.%'"))
                .containsExactly("social.follow.accepted");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.delivery"))
                .isOne();
    }

    @Test
    void areWorkedThroughOneFileOfAKindAtATimeAndAtAPace() {
        var id = brought("servers", "a.example\nb.example\nc.example\nd.example\n");
        assertThat(
                        sql.one(
                                Boolean.class,
                                "SELECT max(due_at) - min(due_at) = interval '750 milliseconds' FROM internal.social_import_row"))
                .isTrue();

        bring("servers", "e.example\n").statusCode(409).body("type", is("/problems/import-underway"));
        bring("mutes", "Ben@" + peer.host()).statusCode(202);
        work();
        see(id).body("waiting", is(0));
        bring("servers", "e.example\n").statusCode(202);
    }

    @Test
    void changeNothingForWhoeverIsLockedMeanwhile() {
        var carla = joined("Carla");
        brought("follows", "carla@localhost\n");
        sql.run("UPDATE users SET locked_at = now() WHERE id = ?", ana.id());

        work();

        assertThat(mine("social_follows")).isEmpty();
        assertThat(sql.one(String.class, "SELECT reason FROM internal.social_import_row"))
                .isEqualTo("may-not-take-part");
        assertThat(actorId(carla)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "Account address,Show boosts\n",
                "not an address\n",
                "\"carla@localhost",
                "a\0b@localhost"
            })
    void refuseAFileThatIsNone(String file) {
        bring("follows", file).statusCode(422).body("type", is("/problems/invalid-input"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.social_import"))
                .isZero();
    }

    @Test
    void refuseWhatIsNotWrittenInUtf8() {
        as(ana).contentType("text/csv")
                .body(new byte[] {'a', (byte) 0xFF})
                .post(IMPORTS + "follows")
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"));
    }

    @Test
    void areBounded() {
        bring("servers", "a.example\n".repeat(10_001)).statusCode(422);
        bring("servers", "#domain\n" + "a.example\n".repeat(10_000)).statusCode(202);
        bring("bookmarks", "https://a.example/" + "x".repeat(1_100_000)).statusCode(413);
        as(ana).contentType("text/csv")
                .body(new byte[] {(byte) 0xFF, 'a'})
                .post(IMPORTS + "mutes")
                .then()
                .statusCode(422);
    }

    @Test
    void areTheirOwnersAlone() {
        var id = brought("servers", "a.example\n");

        as(joined("Carla")).get(IMPORTS + id).then().statusCode(404).body("type", is("/problems/no-such-import"));
        as(joined("Dora")).get(IMPORTS + id + "/refusals").then().statusCode(404);
        anonymous().get(IMPORTS + id).then().statusCode(401);
        anonymous()
                .contentType("text/csv")
                .body("a.example")
                .post(IMPORTS + "servers")
                .then()
                .statusCode(401);
        as(new Seed().person("Mia"))
                .contentType("text/csv")
                .body("a.example")
                .post(IMPORTS + "servers")
                .then()
                .statusCode(403);
        bring("likes", "a.example\n").statusCode(404);
        bring("servers?mode=replace", "a.example\n").statusCode(404);
        as(ana).contentType("text/plain")
                .body("a.example")
                .post(IMPORTS + "servers")
                .then()
                .statusCode(415);
    }

    @Test
    void areForgottenAfterThirtyDays() {
        var id = brought("servers", "a.example\n");
        brought("mutes", "Ben@" + peer.host());
        sql.run("UPDATE internal.social_import SET created_at = now() - interval '31 days' WHERE id = ?", id);

        assertThat(rows.forget().await().atMost(Duration.ofSeconds(10))).isOne();

        as(ana).get(IMPORTS + id).then().statusCode(404);
        assertThat(sql.list(String.class, "SELECT kind FROM internal.social_import"))
                .containsExactly("mutes");
    }

    @Test
    void areFoundThroughIndexes() {
        sql.run(
                "INSERT INTO internal.social_import (actor_id, kind, mode, ended_at)"
                        + " SELECT ?, 'servers', 'merge', now() FROM generate_series(1, 100)",
                actorId(ana));
        sql.run("INSERT INTO internal.social_import_row (import_id, place, action, value, state, due_at)"
                + " SELECT i.id, n, 'add', 's' || n || '.example', CASE WHEN n % 50 = 0 THEN 'waiting' ELSE 'done' END,"
                + " now() + interval '1 day' FROM internal.social_import i, generate_series(1, 200) n");
        Planner.knows("internal.social_import, internal.social_import_row, social_actors, profiles, users");
        var id = sql.one(String.class, "SELECT min(id) FROM internal.social_import");

        for (var plan : Map.of(
                        Imports.ONE, Tuple.of(id, ana.id()),
                        Imports.REFUSED, Tuple.of(id, ana.id(), "", 20),
                        WaitingRows.NEXT, Tuple.of(8))
                .entrySet()) {
            assertThat(Plan.of(pool, plan.getKey(), plan.getValue())).doesNotContain("Seq Scan on social_import_row");
        }
    }
}
