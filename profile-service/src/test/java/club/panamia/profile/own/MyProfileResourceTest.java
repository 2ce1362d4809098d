package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MyProfileResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsMyProfileWithItsVersion() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        as(ana).get("/api/profiles/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", is("Ana"))
                .body("email", is(ana.email()))
                .body("status", is("draft"));
    }

    @Test
    void hasNothingToShowBeforeThereIsAProfile() {
        as(seed.person("Ana"))
                .get("/api/profiles/me")
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-profile-yet"));
        anonymous().get("/api/profiles/me").then().statusCode(401);
        anonymous()
                .contentType(Walk.MERGE_PATCH)
                .body("{}")
                .patch("/api/profiles/me")
                .then()
                .statusCode(401);
    }

    @Test
    void keepsWhatIsAbsentAndClearsWhatIsNull() {
        var ana = seed.person("Ana");
        Walk.create(
                ana,
                Map.of(
                        "name",
                        "Ana",
                        "pronouns",
                        "ella",
                        "phoneNumber",
                        "305 555 0100",
                        "descriptions",
                        Map.of("details", "Platos", "background", "Abuela"),
                        "categories",
                        Map.of("art", true, "food", true),
                        "address",
                        Map.of("line1", "8 Calle Ocho", "locality", "Miami")));

        Walk.change(ana, "\"0\"", """
                        {"phoneNumber": null, "descriptions": {"background": null, "fiveWords": "Clay, tiles, colour"},
                         "categories": {"food": null, "music": true}, "address": null}
                        """)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Ana"))
                .body("pronouns", is("ella"))
                .body("phoneNumber", nullValue())
                .body("descriptions", is(Map.of("details", "Platos", "fiveWords", "Clay, tiles, colour")))
                .body("categories", is(Map.of("music", true, "art", true)))
                .body("$", not(hasKey("address")));

        var row = sql.rows(
                        "SELECT phone_number, address_line1, descriptions ->> 'background' AS background FROM profiles")
                .getFirst();
        assertThat(row.values()).containsOnlyNulls();
    }

    @Test
    void changesNothingAndNoVersionWhereThePatchSaysNothingNew() {
        var ana = seed.person("Ana");
        Walk.create(
                ana,
                Map.of(
                        "name",
                        "Ana",
                        "hours",
                        Map.of("text", "10 to 5"),
                        "address",
                        Map.of("lat", 25.7617, "lng", -80.1918)));

        Walk.change(ana, "\"0\"", "{}").statusCode(200).header("ETag", "\"0\"");
        Walk.change(ana, "\"0\"", "{\"name\": \" Ana \", \"pronouns\": null, \"categories\": {\"art\": false}}")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("address.lat", is(25.7617f));
    }

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, null, "{\"name\": \"Ana B.\"}").statusCode(428).body("type", is("/problems/version-required"));

        assertThat(name()).isEqualTo("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"0\"", "0", "\"0", "nonsense"})
    void refusesAVersionThatIsNotTheOneThatStands(String ifMatch) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        Walk.change(ana, ifMatch, "{\"name\": \"Ana B.\"}").statusCode(412).body("type", is("/problems/stale-version"));

        assertThat(name()).isEqualTo("Ana");
    }

    @Test
    void letsOneOfManyWindowsWinAndTellsTheOthers() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        var answers = Race.of(
                8,
                runner -> () -> Walk.change(ana, "\"0\"", "{\"name\": \"Ana %d\"}".formatted(runner))
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 412)
                .hasSize(7);
        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isEqualTo(1);
    }

    @Test
    void noticesAWriterThatKnowsNothingOfVersions() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        sql.run("UPDATE profiles SET mentoring = '{\"enabled\": true}'");

        Walk.change(ana, "\"0\"", "{\"name\": \"Ana B.\"}").statusCode(412);
        Walk.change(ana, "\"1\"", "{\"name\": \"Ana B.\"}").statusCode(200);

        assertThat(sql.one(String.class, "SELECT mentoring::text FROM profiles"))
                .isEqualTo("{\"enabled\": true}");
    }

    @Test
    void understandsOlderCategoriesAndKeepsTodays() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        sql.run(
                "UPDATE profiles SET categories = '{\"clothing\": true, \"Venue\": true, \"tech\": false, \"odd\": true}'");

        as(ana).get("/api/profiles/me").then().body("categories", is(Map.of("venue", true, "apparel", true)));
        Walk.change(ana, "*", "{\"categories\": {\"accessories\": null, \"digital_art\": true}}")
                .statusCode(200)
                .body("categories", is(Map.of("venue", true, "art", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"text\"", "{", "{\"name\""})
    void refusesWhatIsNoMergePatch(String body) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        var answer = Walk.change(ana, "\"0\"", body).extract();

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void speaksMergePatchOnly() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        as(ana).contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Ana B.\"}")
                .patch("/api/profiles/me")
                .then()
                .statusCode(415);
    }

    private String name() {
        return sql.one(String.class, "SELECT name FROM profiles");
    }
}
