package club.panamia.engagement.notification.mark;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MarksTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private String id;

    @BeforeEach
    void twoNotifications() {
        ana = seed.person("Ana");
        var ben = seed.person("Ben");
        id = Told.follow(ben, ana, "2026-03-01T12:00Z");
        Told.follow(ben, ana, "2026-03-02T12:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "read = false,                                  POST,   /read,    1, false",
        "read = true,                                   POST,   /unread,  2, false",
        "read = false,                                  POST,   /archive, 1, true",
        "'read = true, archived_at = now()',            POST,   /unread,  1, true",
        "archived_at = now(),                           DELETE, /archive, 2, false",
        "'read = true, archived_at = now()',            DELETE, /archive, 1, false",
    })
    void moveTheNumberOnTheBellOnceHoweverOftenTheyAreSet(
            String before, String verb, String path, int unread, boolean archived) {
        Told.become(id, before);

        call(ana, verb, path).then().statusCode(204);
        call(ana, verb, path).then().statusCode(204);

        as(ana).get("/api/notifications/unread-count").then().body("count", is(unread));
        as(ana).get("/api/notifications?state=archived").then().body("items", hasSize(archived ? 1 : 0));
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void deleteForGood() {
        call(ana, "DELETE", "").then().statusCode(204);

        call(ana, "DELETE", "").then().statusCode(404).body("type", is("/problems/no-such-notification"));
        assertThat(sql.list(String.class, "SELECT id FROM notifications"))
                .hasSize(1)
                .doesNotContain(id);
        assertThat(Told.miscounted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST, /read", "POST, /unread", "POST, /archive", "DELETE, /archive", "DELETE, ''"})
    void areForMyOwnOnly(String verb, String path) {
        var before = sql.rows("SELECT * FROM notifications ORDER BY id");

        call(seed.person("Cas"), verb, path).then().statusCode(404).contentType("application/problem+json");
        anonymous().request(verb, "/api/notifications/" + id + path).then().statusCode(401);

        assertThat(sql.rows("SELECT * FROM notifications ORDER BY id")).isEqualTo(before);
    }

    @Test
    void doNotBringBackWhatHasExpired() {
        Told.become(id, "expires_at = now() - interval '1 second'");

        call(ana, "POST", "/read").then().statusCode(404);

        as(ana).get("/api/notifications/unread-count").then().body("count", is(1));
        assertThat(sql.one(Boolean.class, "SELECT read FROM notifications WHERE id = ?", id))
                .isFalse();
    }

    @Test
    void keepSharedWorkNinetyDaysFromBeingRead() {
        Told.become(id, "context = 'review', expires_at = now() + interval '1 day'");

        call(ana, "POST", "/read").then().statusCode(204);

        assertThat(sql.one(
                        Boolean.class,
                        "SELECT expires_at = read_at + interval '90 days' FROM notifications WHERE id = ?",
                        id))
                .isTrue();
        as(ana).get("/api/notifications?state=unread&context=review").then().body("items", empty());
    }

    private Response call(Person caller, String verb, String path) {
        return as(caller).request(verb, "/api/notifications/" + id + path);
    }
}
