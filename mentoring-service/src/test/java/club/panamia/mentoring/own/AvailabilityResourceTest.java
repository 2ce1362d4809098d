package club.panamia.mentoring.own;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
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
class AvailabilityResourceTest {

    private static final String AVAILABILITY = "/api/mentoring/availability";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void somebodyWithAProfile() {
        ana = seed.person("Ana");
        seed.approvedProfile(ana);
    }

    @Test
    void beginsWithTheValuesThatSuitMost() {
        as(ana).get(AVAILABILITY)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("timezone")))
                .body("schedule", empty())
                .body("minNoticeMinutes", is(1440))
                .body("horizonDays", is(60))
                .body("slotStepMinutes", is(30))
                .body("durations", contains(30, 60))
                .body("sessionTypes", hasSize(4))
                .body("autoAccept", is(false));
    }

    @Test
    void putsHoursInOrder() {
        patch("""
                {"timezone": "America/New_York",
                 "schedule": [{"day": "tue", "startTime": "13:00", "endTime": "24:00"}, {"day": "mon", "startTime": "9:00", "endTime": "12:00"},
                              {"day": "mon", "startTime": "11:00", "endTime": "14:00"}, {"day": "mon", "startTime": "14:00", "endTime": "15:00"}],
                 "overrides": [{"date": "2030-12-25", "hours": []}, {"date": "2030-12-26", "hours": [{"startTime": "10:00", "endTime": "11:00"}]}],
                 "maxPerDay": 3, "sessionTypes": ["pana_support"], "durations": [30, 30, 120]}
                """)
                .then()
                .statusCode(200)
                .body("schedule.day", contains("mon", "tue"))
                .body("schedule.startTime", contains("09:00", "13:00"))
                .body("schedule.endTime", contains("15:00", "24:00"))
                .body("overrides[0].hours", empty())
                .body("durations", contains(30, 120));
    }

    @Test
    void keepsWhatAPatchDoesNotNameAndDefaultsWhatItClears() {
        patch("{\"timezone\": \"Europe/Madrid\", \"maxPerWeek\": 5, \"horizonDays\": 10}")
                .then()
                .statusCode(200);

        patch("{\"horizonDays\": null}")
                .then()
                .statusCode(200)
                .body("timezone", is("Europe/Madrid"))
                .body("maxPerWeek", is(5))
                .body("horizonDays", is(60));
    }

    @Test
    void readsTheShapeOfTheReferenceSystem() {
        Offering.availability(
                ana,
                "{\"timezone\": \"America/New_York\", \"schedule\": [{\"day\": \"mon\", \"startTime\": \"9:00\","
                        + " \"endTime\": \"17:00\"}]}");

        as(ana).get(AVAILABILITY).then().statusCode(200).body("schedule[0].startTime", is("09:00"));
    }

    @Test
    void takesHoursThatMakeNoSenseForNotSaid() {
        Offering.availability(
                ana,
                "{\"timezone\": \"Mars/Olympus\", \"schedule\": [{\"day\": \"mon\", \"startTime\": \"17:00\","
                        + " \"endTime\": \"9:00\"}]}");

        as(ana).get(AVAILABILITY)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("timezone")))
                .body("schedule", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timezone\": \"Mars/Olympus\"} | /timezone",
                "{\"timezone\": \"+02:00\"} | /timezone",
                "{\"schedule\": [{\"day\": \"mon\", \"startTime\": \"09:00\", \"endTime\": \"09:00\"}]} | /schedule/0",
                "{\"schedule\": [{\"day\": \"mon\", \"startTime\": \"9\", \"endTime\": \"17:00\"}]} | /schedule/0",
                "{\"schedule\": [{\"day\": \"mon\", \"startTime\": \"24:00\", \"endTime\": \"25:00\"}]} | /schedule/0",
                "{\"schedule\": [{\"startTime\": \"09:00\", \"endTime\": \"17:00\"}]} | /schedule/0/day",
                "{\"schedule\": [{\"day\": \"lun\", \"startTime\": \"09:00\", \"endTime\": \"17:00\"}]} |"
                        + " /schedule/0/day",
                "{\"schedule\": [null]} | /schedule/0",
                "{\"overrides\": [{\"hours\": []}]} | /overrides/0/date",
                "{\"overrides\": [{\"date\": \"2030-01-01\", \"hours\": [{\"startTime\": \"1\", \"endTime\":"
                        + " \"2\"}]}]} | /overrides/0/hours/0",
                "{\"bufferBefore\": 121} | /bufferBefore",
                "{\"bufferAfter\": -1} | /bufferAfter",
                "{\"minNoticeMinutes\": 43201} | /minNoticeMinutes",
                "{\"horizonDays\": 366} | /horizonDays",
                "{\"slotStepMinutes\": 20} | /slotStepMinutes",
                "{\"durations\": [45]} | /durations/0",
                "{\"durations\": []} | /durations",
                "{\"maxPerDay\": 0} | /maxPerDay",
                "{\"maxPerWeek\": 201} | /maxPerWeek",
                "{\"maxOpenPerMentee\": 11} | /maxOpenPerMentee",
                "{\"sessionTypes\": []} | /sessionTypes",
                "{\"sessionTypes\": [\"therapy\"]} | /sessionTypes/0",
                "{\"pusherChannelId\": \"x\"} | /pusherChannelId",
            })
    void refusesWithThePlace(String patch, String path) {
        patch(patch).then().statusCode(422).body("errors.path", hasItem(path));

        assertThat(sql.list(String.class, "SELECT id FROM profiles WHERE availability IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void hasAVersionOfItsOwn() {
        var seen = as(ana).get(AVAILABILITY).header("ETag");
        patch("{\"timezone\": \"Europe/Madrid\"}").then().statusCode(200);

        as(ana).contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{}")
                .patch(AVAILABILITY)
                .then()
                .statusCode(412);
    }

    private Response patch(String patch) {
        return as(ana).contentType("application/merge-patch+json")
                .header("If-Match", as(ana).get(AVAILABILITY).header("ETag"))
                .body(patch)
                .patch(AVAILABILITY);
    }
}
