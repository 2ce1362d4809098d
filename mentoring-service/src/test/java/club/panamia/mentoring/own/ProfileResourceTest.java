package club.panamia.mentoring.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProfileResourceTest {

    private static final String PROFILE = "/api/mentoring/profile";
    private static final String OFFER = """
            {"enabled": true, "expertise": ["Clay ", "clay", "Glazes"], "languages": ["en"], "bio": "Forty years of clay.",
             "hourlyRate": 12.5, "videoIntroUrl": "https://example.org/v"}
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void somebodyWithAProfile() {
        ana = seed.person("Ana");
        seed.approvedProfile(ana);
    }

    @Test
    void beginsWithNothingOffered() {
        as(ana).get(PROFILE)
                .then()
                .statusCode(200)
                .body("enabled", is(false))
                .body("expertise", empty())
                .body("hourlyRate", is(0));
    }

    @Test
    void takesAnOfferAndTellsItsNewVersion() {
        var before = tag();

        var after = patch(before, OFFER)
                .then()
                .statusCode(200)
                .body("enabled", is(true))
                .body("expertise", contains("Clay", "Glazes"))
                .body("hourlyRate", is(12.5f))
                .extract()
                .header("ETag");

        assertThat(after).isNotEqualTo(before).isEqualTo(tag());
        as(seed.person("Ben"))
                .get("/api/mentoring/mentors")
                .then()
                .statusCode(200)
                .body("items.screenname", contains("Ana"));
    }

    @Test
    void changesNothingElseOfTheProfile() {
        var columns = "SELECT CAST(to_jsonb(p) - 'mentoring' - 'updated_at' - 'version' AS text) FROM profiles p";
        var before = sql.one(String.class, columns);

        patch(tag(), OFFER).then().statusCode(200);

        assertThat(sql.one(String.class, columns)).isEqualTo(before);
        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isEqualTo(1);
    }

    @Test
    void isSwitchedOffWithoutAnyOtherField() {
        Offering.offer(ana, "{\"enabled\": true}");

        patch(tag(), "{\"enabled\": false}").then().statusCode(200).body("enabled", is(false));
    }

    @Test
    void readsWhatTheReferenceSystemLeftBehind() {
        Offering.offer(ana, """
                {"enabled": true, "expertise": "clay", "languages": ["en", "x"], "bio": "short", "goals": "", "hourlyRate": -5,
                 "videoIntroUrl": "javascript:alert(1)", "pusherChannelId": "old"}
                """);

        as(ana).get(PROFILE)
                .then()
                .statusCode(200)
                .body("enabled", is(true))
                .body("expertise", empty())
                .body("hourlyRate", is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"expertise\": []} | /expertise",
                "{\"expertise\": [\"x\"]} | /expertise/0",
                "{\"expertise\": [\"a1\",\"a2\",\"a3\",\"a4\",\"a5\",\"a6\",\"a7\",\"a8\",\"a9\",\"b1\",\"b2\"]} |"
                        + " /expertise",
                "{\"languages\": null} | /languages",
                "{\"bio\": \"short\"} | /bio",
                "{\"bio\": null} | /bio",
                "{\"hourlyRate\": -1} | /hourlyRate",
                "{\"hourlyRate\": 1000.01} | /hourlyRate",
                "{\"hourlyRate\": 1.005} | /hourlyRate",
                "{\"hourlyRate\": \"much\"} | /hourlyRate",
                "{\"videoIntroUrl\": \"javascript:alert(1)\"} | /videoIntroUrl",
                "{\"videoIntroUrl\": \"http://example.org\"} | /videoIntroUrl",
                "{\"goals\": \"a\\u0007b\"} | /goals",
                "{\"email\": \"a@b\"} | /email",
            })
    void refusesWithThePlace(String patch, String path) {
        patch(tag(), OFFER).then().statusCode(200);
        var before = sql.one(String.class, "SELECT CAST(mentoring AS text) FROM profiles");

        patch(tag(), patch)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-input"))
                .body("errors.path", hasItem(path));

        assertThat(sql.one(String.class, "SELECT CAST(mentoring AS text) FROM profiles"))
                .isEqualTo(before);
    }

    @Test
    void overwritesNothingUnseen() {
        var seen = tag();
        patch(seen, OFFER).then().statusCode(200);

        patch(seen, "{\"enabled\": false}").then().statusCode(412).body("type", is("/problems/stale-version"));
        as(ana).contentType("application/merge-patch+json")
                .body("{}")
                .patch(PROFILE)
                .then()
                .statusCode(428);
    }

    @Test
    void letsOneOfManyWritersWin() {
        var seen = tag();

        var answers = Race.of(
                8, i -> () -> patch(seen, OFFER.replace("Forty", "Fifty " + i)).statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 412)).isEqualTo(7);
    }

    @Test
    void isForMembersWithAProfile() {
        anonymous().get(PROFILE).then().statusCode(401);
        as(seed.person("Ben"))
                .get(PROFILE)
                .then()
                .statusCode(404)
                .body("type", is("/problems/mentoring-needs-profile"));
        patch(tag(), "[]").then().statusCode(422);
        patch(tag(), "{").then().statusCode(400);
    }

    private String tag() {
        return as(ana).get(PROFILE).then().statusCode(200).extract().header("ETag");
    }

    private Response patch(String tag, String patch) {
        return as(ana).contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(patch)
                .patch(PROFILE);
    }
}
