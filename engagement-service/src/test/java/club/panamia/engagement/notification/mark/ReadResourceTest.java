package club.panamia.engagement.notification.mark;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReadResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void marksMyNotificationAsRead() {
        var ana = seed.person("Ana");
        var id = Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");

        as(ana).post("/api/notifications/" + id + "/read").then().statusCode(204);

        as(ana).get("/api/notifications")
                .then()
                .body("items[0].read", is(true))
                .body("items[0].readAt", notNullValue());
        as(ana).get("/api/notifications/unread-count").then().body("count", is(0));
    }

    @Test
    void keepsTheFirstTimeAlsoWhenReadTwentyTimesAtOnce() {
        var ana = seed.person("Ana");
        var id = Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");

        var statuses = Race.of(
                20,
                i -> () -> as(ana).post("/api/notifications/" + id + "/read").statusCode());
        var first = readAt(id);
        as(ana).post("/api/notifications/" + id + "/read").then().statusCode(204);

        assertThat(statuses).containsOnly(204);
        assertThat(readAt(id)).isEqualTo(first);
    }

    @Test
    void hidesWhatIsNotMine() {
        var ben = seed.person("Ben");
        var id = Told.follow(seed.person("Ana"), ben, "2026-03-01T12:00Z");
        var cas = seed.person("Cas");

        as(cas).post("/api/notifications/" + id + "/read")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/no-such-notification"));
        as(cas).post("/api/notifications/undefined/read").then().statusCode(404);
        anonymous().post("/api/notifications/" + id + "/read").then().statusCode(401);
        assertThat(sql.one(Boolean.class, "SELECT read FROM notifications WHERE id = ?", id))
                .isFalse();
    }

    @Test
    void takesNoChangeFromAnotherPage() {
        var ana = seed.person("Ana");
        var id = Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");

        given().cookie(COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .post("/api/notifications/" + id + "/read")
                .then()
                .statusCode(403)
                .body("type", is("/problems/wrong-origin"));
    }

    private Timestamp readAt(String id) {
        return sql.one(Timestamp.class, "SELECT read_at FROM notifications WHERE id = ?", id);
    }
}
