package club.panamia.social.transfer;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Plan;
import club.panamia.testing.database.Planner;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are taken or refused, and are seen by who has brought them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ImportsResourceTest extends BroughtAlong {

    @Inject
    WaitingRows rows;

    @Inject
    Pool pool;

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
