package club.panamia.engagement.list.content;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ContentTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private String list;

    @BeforeEach
    void aPublicListOfAna() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        seed.publishedArticle(ben, "pan");
        list = sql.one(
                String.class,
                "INSERT INTO user_lists (owner_id, name, visibility) VALUES (?, 'Bakers', 'public') RETURNING id",
                ana.id());
    }

    @Test
    void isBroughtInAtOnceInItsOrderAndOnce() {
        var things = "{\"items\": [%s, %s, %s, %s]}"
                .formatted(
                        thing("articles", "pan", "Read it"),
                        thing("people", "BEN", ""),
                        thing("people", "nobody", ""),
                        thing("people", "ben", "twice"));

        bringIn(ana, things).then().statusCode(200).body("added", is(2)).body("unknown", contains("people/nobody"));
        bringIn(ana, things).then().statusCode(200).body("added", is(0));

        assertThat(sql.one(Integer.class, "SELECT member_count FROM user_lists"))
                .isEqualTo(2);
        anonymous()
                .get(content())
                .then()
                .statusCode(200)
                .body("items.kind", contains("articles", "people"))
                .body("items.target", contains("pan", "Ben"))
                .body("items[0].note", is("Read it"));
    }

    @Test
    void tellsThoseWhoStandOnItNow() {
        bringIn(ana, "{\"items\": [%s]}".formatted(thing("people", "ben", "")))
                .then()
                .statusCode(200);

        pump.drain().await().atMost(Duration.ofSeconds(30));

        as(ben).get("/api/notifications")
                .then()
                .body("items.displayMessage", contains("Ana put you on the list Bakers"));
    }

    @Test
    void isTakenOutAsATableInWhichNothingRuns() {
        var body = "{\"items\": [%s]}".formatted(thing("people", "ben", "=1+\\\"1\\\""));
        bringIn(ana, body).then().statusCode(200);

        var csv = anonymous()
                .get(content() + ".csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv).isEqualTo("kind,target,note\r\npeople,Ben,\"'=1+\"\"1\"\"\"\r\n");
    }

    @Test
    void isAllOrNothingWhereTheListWouldBeTooLong() {
        sql.run("""
                WITH p AS (INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'p-' || n
                             FROM generate_series(1, 501) n RETURNING id, screenname)
                INSERT INTO user_list_members (list_id, user_id) SELECT ?, id FROM p WHERE screenname = 'p-501'
                """, list);
        sql.run("UPDATE user_lists SET member_count = 1");
        var things = IntStream.rangeClosed(1, 500)
                .mapToObj(n -> thing("people", "p-" + n, ""))
                .collect(Collectors.joining(","));

        bringIn(ana, "{\"items\": [%s]}".formatted(things))
                .then()
                .statusCode(409)
                .body("type", is("/problems/list-is-full"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM user_list_members"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\": []}",
                "{\"items\": [null]}",
                "{\"items\": [{\"kind\": \"cats\", \"target\": \"x\"}]}"
            })
    void isRefusedWhereItIsNoContent(String body) {
        bringIn(ana, body).then().statusCode(422).body("type", is("/problems/invalid-input"));

        assertThat(sql.one(Integer.class, "SELECT member_count FROM user_lists"))
                .isZero();
    }

    @Test
    void isOfTheListsThatOneMaySeeAndChange() {
        var body = "{\"items\": [%s]}".formatted(thing("people", "ben", ""));
        bringIn(ben, body).then().statusCode(403).body("type", is("/problems/not-your-list"));
        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post(content())
                .then()
                .statusCode(401);
        sql.run("UPDATE user_lists SET visibility = 'private'");

        as(ben).get(content()).then().statusCode(404);
        as(ben).get(content() + ".csv").then().statusCode(404);
        bringIn(ben, body).then().statusCode(404);
    }

    private Response bringIn(Person by, String body) {
        return as(by).contentType(ContentType.JSON).body(body).post(content());
    }

    private String content() {
        return "/api/lists/" + list + "/content";
    }

    private static String thing(String kind, String target, String note) {
        return "{\"kind\": \"%s\", \"target\": \"%s\", \"note\": \"%s\"}".formatted(kind, target, note);
    }
}
