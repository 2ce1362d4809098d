package club.panamia.engagement.points;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PointsForAdministratorsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person boss;

    @BeforeEach
    void anaWhoseCodeBroughtTwo() {
        ana = seed.person("Ana");
        boss = seed.admin("Boss");
        sql.run(
                "UPDATE users SET affiliate = '{\"activated\": true, \"code\": \"CPANAANAANA1\"}' WHERE screenname = 'Ana'");
        brought("CPANAANAANA1", "Ben", "user_signup", 10);
        brought("CPANAANAANA1", "Car", "user_signup", 10);
        brought("CPANAANAANA1", "Dan", "profile_signup", 50);
        brought("CPEVAEVAEVA1", "Eva", "user_signup", 10);
        entry(ana, "donation_onetime", 100);
    }

    @Test
    void areShownForEachCodeAndNeverWhomItBrought() {
        var first = as(boss).get("/api/interactions/affiliates?limit=1")
                .then()
                .statusCode(200)
                .body("items.code", contains("CPANAANAANA1"))
                .body("items[0].person.screenname", is("Ana"))
                .body("items[0].signups", is(2))
                .body("items[0].points", is(70))
                .body("nextCursor", notNullValue())
                .extract();

        as(boss).get("/api/interactions/affiliates?limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.code", contains("CPEVAEVAEVA1"))
                .body("items[0]", not(hasKey("person")))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void areShownForEachPerson() {
        as(boss).get("/api/interactions/people/ANA")
                .then()
                .statusCode(200)
                .body("items.action", contains("donation_onetime"))
                .body("items[0].id", equalTo(sql.one(String.class, "SELECT id FROM interactions WHERE points = 100")));
        as(boss).get("/api/interactions/people/ana/balance")
                .then()
                .statusCode(200)
                .body("total", is(170))
                .body("tier", is(1))
                .body("nextTierAt", is(500));
        as(ana).get("/api/interactions/balance").then().body("total", is(170)).body("tier", is(1));
        as(boss).get("/api/interactions/people/nobody").then().statusCode(404);
        as(boss).get("/api/interactions/people/nobody/balance")
                .then()
                .statusCode(404)
                .body("type", is("/problems/nobody-to-credit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"affiliates", "people/Ana", "people/Ana/balance"})
    void areForAdministrators(String path) {
        as(ana).get("/api/interactions/" + path).then().statusCode(403);
        anonymous().get("/api/interactions/" + path).then().statusCode(401);
        if (!path.endsWith("balance")) {
            as(boss).get("/api/interactions/" + path + "?cursor=nonsense")
                    .then()
                    .statusCode(422);
        }
    }

    private void brought(String code, String name, String action, int points) {
        sql.run(
                "INSERT INTO interactions (user_id, action, affiliate, points, source_type, source_id) VALUES (?, ?, ?, ?, 'user', ?)",
                seed.person(name).id(),
                action,
                code,
                points,
                name);
    }

    private void entry(Person person, String action, int points) {
        sql.run(
                "INSERT INTO interactions (user_id, action, points, source_type, source_id) VALUES (?, ?, ?, 'donation', 'r-1')",
                person.id(),
                action,
                points);
    }
}
