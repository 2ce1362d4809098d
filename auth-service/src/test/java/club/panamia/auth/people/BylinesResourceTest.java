package club.panamia.auth.people;

import static club.panamia.testing.http.Callers.anonymous;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BylinesResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showAPersonToAnybodyWithoutTheirAddress() {
        var ana = verified("Ana");

        anonymous()
                .get("/api/users/{id}/byline", ana.id())
                .then()
                .statusCode(200)
                .header("Cache-Control", is("public, max-age=60"))
                .body("id", is(ana.id()))
                .body("deleted", is(false))
                .body("displayName", is("Ana"))
                .body("screenname", is("Ana"))
                .body("name", is("Person Ana"))
                .body("verified", is(true))
                .body(not(containsString("@")));
    }

    @Test
    void believeABadgeOfAnActiveProfileOnly() {
        var ana = verified("Ana");
        sql.run("UPDATE profiles SET active = false");

        anonymous().get("/api/users/{id}/byline", ana.id()).then().body("verified", is(false));
    }

    @Test
    void callWhoIsGoneAndWhoNeverWasAFormerMember() {
        var ana = seed.person("Ana");
        sql.run("UPDATE users SET email = NULL, name = NULL, screenname = NULL, scrubbed_at = now()");

        for (var id : new String[] {ana.id(), "nobody"}) {
            anonymous()
                    .get("/api/users/{id}/byline", id)
                    .then()
                    .statusCode(200)
                    .body("deleted", is(true))
                    .body("displayName", is("Former Member"))
                    .body("verified", is(false))
                    .body("$", not(hasKey("screenname")));
        }
    }

    @Test
    void callWhoHasNoScreennameAnonymous() {
        var id = sql.one(String.class, "INSERT INTO users (email) VALUES ('ana@example.org') RETURNING id");

        anonymous()
                .get("/api/users/{id}/byline", id)
                .then()
                .body("deleted", is(false))
                .body("displayName", is("Anonymous"));
    }

    @Test
    void comeInTheOrderThatWasAskedForAndOnceEach() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");

        anonymous()
                .get("/api/users/bylines?ids={a},nobody,{b},{c}", ben.id(), ana.id(), ben.id())
                .then()
                .statusCode(200)
                .header("Cache-Control", is("public, max-age=60"))
                .body("items.displayName", contains("Ben", "Former Member", "Ana"))
                .body(not(containsString("@")));
    }

    @Test
    void areAHundredAtMost() {
        anonymous()
                .get("/api/users/bylines?ids=" + ids(100))
                .then()
                .statusCode(200)
                .body("items", hasSize(100));
        anonymous()
                .get("/api/users/bylines?ids=" + ids(101))
                .then()
                .statusCode(422)
                .body("errors[0].path", is("ids"));
        anonymous().get("/api/users/bylines").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%20b", "a'b", "%3Cb%3E"})
    void areOfIdsOnly(String id) {
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/users/" + id + "/byline")
                .then()
                .statusCode(422);
        anonymous()
                .urlEncodingEnabled(false)
                .get("/api/users/bylines?ids=ok," + id)
                .then()
                .statusCode(422);
    }

    private Person verified(String screenname) {
        var person = seed.person(screenname);
        seed.approvedProfile(person);
        sql.run("UPDATE profiles SET verification = '{\"panaVerified\": true}' WHERE user_id = ?", person.id());
        return person;
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id" + i).collect(Collectors.joining(","));
    }
}
