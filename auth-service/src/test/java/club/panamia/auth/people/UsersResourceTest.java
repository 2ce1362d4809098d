package club.panamia.auth.people;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UsersResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = member("Anabel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an", "AN", " Ani ", "anita"})
    void finds(String beginning) {
        member("Anita");
        member("Juanita");

        search(beginning)
                .statusCode(200)
                .body("items.screenname", contains("Anita"))
                .body("items[0].name", is("Person Anita"))
                .body("items[0].verified", is(false))
                .body(not(containsString("@")));
    }

    @Test
    void showsTheFirstTenByScreennameOrAsManyAsAskedFor() {
        for (var i = 30; i > 0; i--) {
            member("Ben%02d".formatted(i));
        }

        search("ben").body("items", hasSize(10)).body("items[0].screenname", is("Ben01"));
        as(ana).get("/api/users?q=ben&limit=20").then().body("items", hasSize(20));
    }

    @Test
    void leavesOutWhoCannotBeInvited() {
        seed.person("Andy");
        seed.lock(member("Angel"));
        member("Anita");
        sql.run("UPDATE profiles SET active = false WHERE name = 'Profile Anita'");

        search("an").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__", "%%", "a%", "a\\", "{{", "~~", "ñandú", "an'--"})
    void takesNoCharacterForAPattern(String beginning) {
        member("Anita");

        search(beginning).statusCode(200).body("items", empty());
    }

    @Test
    void takesAnUnderscoreForAnUnderscore() {
        member("a_b");
        member("axb");

        search("a_").body("items.screenname", contains("a_b"));
    }

    @ParameterizedTest
    @CsvSource({
        "'?q=a', q",
        "'?q=%20a%20', q",
        "'?q=', q",
        "'?limit=5', q",
        "'?q=an&limit=21', limit",
        "'?q=an&limit=0', limit"
    })
    void refusesTooLittleAndTooMuch(String query, String path) {
        as(ana).urlEncodingEnabled(false)
                .get("/api/users" + query)
                .then()
                .statusCode(422)
                .body("errors[0].path", is(path));
    }

    @Test
    void refusesWhatIsNoNumberAndWhatCannotBeStored() {
        assertThat(as(ana).get("/api/users?q=an&limit=many").statusCode()).isBetween(400, 422);
        assertThat(as(ana).urlEncodingEnabled(false).get("/api/users?q=an%00").statusCode())
                .isBetween(400, 422);
    }

    @Test
    void isForSignedInPeopleSixtyTimesAMinute() {
        anonymous().get("/api/users?q=an").then().statusCode(401);
        for (var i = 0; i < 60; i++) {
            search("an").statusCode(200);
        }

        search("an").statusCode(429).body("type", is("/problems/too-many-requests"));
        as(member("Ben")).get("/api/users?q=an").then().statusCode(200);
    }

    private ValidatableResponse search(String beginning) {
        return as(ana).queryParam("q", beginning).get("/api/users").then();
    }

    private Person member(String screenname) {
        var person = seed.person(screenname);
        seed.approvedProfile(person);
        return person;
    }
}
