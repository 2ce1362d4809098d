package club.panamia.mentoring.booking;

import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static org.hamcrest.Matchers.endsWith;

import club.panamia.mentoring.Asking;
import club.panamia.mentoring.Offering;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mentor wants, and what everybody keeps to. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class BookingRulesTest {

    private final Seed seed = new Seed();
    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndSomebodyWithoutAProfile() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:15 | | slot-not-open",
                "16:30 | | slot-not-open",
                "10:00 | , \"duration\": 90 | duration-not-offered",
                "10:00 | , \"duration\": 45 | invalid-input",
                "10:00 | , \"duration\": 30.5 | invalid-input",
            })
    void isRefusedWithItsReason(String time, String more, String reason) {
        ask(ana, ben, at(time), more == null ? "" : more)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/" + reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"minNoticeMinutes\": 43200} | slot-too-soon",
                "{\"horizonDays\": 1} | slot-too-far",
                "{\"sessionTypes\": [\"pana_support\"]} | session-type-not-offered",
                "{\"schedule\": []} | slot-not-open",
                "{\"timezone\": null} | slot-not-open",
            })
    void keepsTheRulesOfTheMentor(String rule, String reason) {
        Offering.also(ben, rule);

        ask(ana, ben, "10:00").then().statusCode(422).body("type", endsWith("/problems/" + reason));
    }

    @Test
    void keepsTheLimitsOfTheDayAndOfTheWeek() {
        Offering.also(ben, "{\"maxPerDay\": 1}");
        Asking.asked(seed.person("Cas"), ben, "10:00");

        ask(ana, ben, "12:00").then().statusCode(422).body("type", endsWith("mentor-fully-booked"));
        ask(ana, ben, at("12:00").plus(Duration.ofDays(1)), "").then().statusCode(201);
    }

    @Test
    void isRefusedInThePastAndForOneself() {
        ask(ana, ben, Instant.now().minus(Duration.ofHours(1)), "")
                .then()
                .statusCode(422)
                .body("type", endsWith("slot-too-soon"));
        ask(ana, ben, Instant.parse("2999-01-01T00:00:00Z"), "")
                .then()
                .statusCode(422)
                .body("type", endsWith("slot-too-far"));
        ask(ben, ben, "10:00").then().statusCode(422).body("type", endsWith("own-slot"));
        ask(ana, seed.person("Cas"), "10:00").then().statusCode(404).body("type", endsWith("no-such-mentor"));
    }

    @Test
    void keepsThePeaceOfAMentor() {
        Asking.asked(ana, ben, "09:00");
        Asking.asked(ana, ben, "10:00");
        Asking.asked(ana, ben, "11:00");

        ask(ana, ben, "12:00").then().statusCode(422).body("type", endsWith("too-many-open-requests"));
        ask(seed.person("Cas"), ben, "12:00").then().statusCode(201);
    }
}
