package club.panamia.ops.parked;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ParkedEventsResourceTest {

    private static final String PARKED = "/api/ops/events/parked";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsWhatAServiceCouldNotHandle() {
        park("p1", "engagement-service");
        park("p2", "social-service");
        var admin = seed.admin("Ada");

        as(admin).get(PARKED).then().statusCode(200).body("items.id", contains("p1", "p2"));
        as(admin)
                .queryParam("consumer", "social-service")
                .get(PARKED)
                .then()
                .statusCode(200)
                .body("items.id", contains("p2"))
                .body("items[0].consumer", is("social-service"))
                .body("items[0].type", is("ops.test.happened"))
                .body("items[0].attempts", is(3))
                .body("items[0].error", is("it failed"));
    }

    @Test
    void showsItInPages() {
        park("p1", "engagement-service");
        park("p2", "engagement-service");
        var admin = seed.admin("Ada");

        var first = as(admin).get(PARKED + "?limit=1");
        first.then().body("items.id", contains("p1")).body("nextCursor", notNullValue());

        as(admin)
                .queryParam("limit", 1)
                .queryParam("cursor", first.path("nextCursor").toString())
                .get(PARKED)
                .then()
                .body("items.id", contains("p2"))
                .body("nextCursor", nullValue());
    }

    @Test
    void letsTheServiceTryAgainNow() {
        park("p1", "engagement-service");

        as(seed.admin("Ada")).post(PARKED + "/p1/replay").then().statusCode(202);

        assertThat(sql.one(Boolean.class, "SELECT next_attempt_at <= now() FROM internal.parked_event"))
                .isTrue();
    }

    @Test
    void knowsNothingElse() {
        as(seed.admin("Ada"))
                .post(PARKED + "/p9/replay")
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
    }

    @Test
    void isForAdministratorsOnly() {
        var bob = seed.person("Bob");

        as(bob).get(PARKED).then().statusCode(403);
        as(bob).post(PARKED + "/p1/replay").then().statusCode(403);
        anonymous().get(PARKED).then().statusCode(401);
        anonymous().post(PARKED + "/p1/replay").then().statusCode(401);
    }

    private void park(String id, String consumer) {
        sql.run("INSERT INTO internal.event (id, type, payload) VALUES (?, 'ops.test.happened', '{}')", "event-" + id);
        sql.run(
                "INSERT INTO internal.parked_event (id, consumer, event_id, attempts, next_attempt_at, error)"
                        + " VALUES (?, ?, ?, 3, now() + interval '1 hour', 'it failed')",
                id,
                consumer,
                "event-" + id);
    }
}
