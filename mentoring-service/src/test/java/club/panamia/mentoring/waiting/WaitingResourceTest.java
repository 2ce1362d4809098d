package club.panamia.mentoring.waiting;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.mentoring.waiting.Standing.inLine;
import static club.panamia.mentoring.waiting.Standing.path;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.mentoring.letter.LeftMail;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class WaitingResourceTest {

    private static final String REASON = "{\"reason\": \"I am ill.\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    OfferFreeTime job;

    @Inject
    MovableClock clock;

    @Inject
    LeftMail mail;

    private Person ana;
    private Person cas;
    private Person dee;
    private Person ben;
    private String session;

    /** Ben takes one session a day, and has it. */
    @BeforeEach
    void aMentorWithoutTime() {
        ana = seed.person("Ana");
        cas = seed.person("Cas");
        dee = seed.person("Dee");
        ben = Offering.mentor("Ben");
        Offering.also(ben, "{\"maxPerDay\": 1}");
        session = agreed(ana, ben, "10:00");
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void offersWhatIsFreedToTheFirstInLineAlone() {
        inLine(cas, ben).then().statusCode(204);
        inLine(dee, ben).then().statusCode(204);
        Standing.run(job);
        as(dee).get(path(ben)).then().statusCode(200).body("place", is(2)).body("$", not(hasKey("offeredAt")));

        free();
        Offering.also(ben, "{\"schedule\": [" + onlyTen() + "]}");
        clock.pass(Duration.ofMinutes(1));
        Standing.run(job);

        as(cas).get("/api/mentoring/waiting")
                .then()
                .statusCode(200)
                .body("mentor", contains("Ben"))
                .body("[0].offeredAt", is(at("10:00").toString()));
        as(dee).get(path(ben)).then().body("$", not(hasKey("offeredAt")));
        ask(dee, ben, "10:00").then().statusCode(422).body("type", endsWith("mentor-fully-booked"));
        assertThat(mail.kindsTo(cas)).containsExactly("slot-offered");
        assertThat(mail.kindsTo(dee)).isEmpty();
    }

    @Test
    void letsWhoIsOfferedItHoldAndBookIt() {
        inLine(cas, ben).then().statusCode(204);
        free();
        Standing.run(job);
        var choice = "{\"mentor\": \"Ben\", \"startsAt\": \"%s\", \"duration\": 60}".formatted(at("09:00"));

        as(cas).contentType("application/json")
                .body(choice)
                .put("/api/mentoring/hold")
                .then()
                .statusCode(200);
        as(cas).delete("/api/mentoring/hold").then().statusCode(204);
        ask(dee, ben, "09:00").then().statusCode(422);
        ask(cas, ben, "09:00").then().statusCode(201);

        as(cas).get(path(ben)).then().statusCode(404).body("type", endsWith("not-waiting"));
        assertThat(sql.list(String.class, "SELECT id FROM internal.mentor_busy WHERE held_by IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void offersItToTheNextAfterTwoHours() {
        inLine(cas, ben).then().statusCode(204);
        inLine(dee, ben).then().statusCode(204);
        free();
        Offering.also(ben, "{\"schedule\": [" + onlyTen() + "]}");
        Standing.run(job);

        clock.pass(Duration.ofMinutes(119));
        Standing.run(job);
        as(dee).get(path(ben)).then().body("$", not(hasKey("offeredAt")));
        clock.pass(Duration.ofMinutes(2));
        Standing.run(job);

        as(dee).get(path(ben))
                .then()
                .body("place", is(1))
                .body("offeredAt", is(at("10:00").toString()));
        as(cas).get(path(ben)).then().statusCode(404);
    }

    @Test
    void offersItToTheNextWhenTheFirstLeaves() {
        inLine(cas, ben).then().statusCode(204);
        inLine(dee, ben).then().statusCode(204);
        free();
        Offering.also(ben, "{\"schedule\": [" + onlyTen() + "]}");
        Standing.run(job);

        as(cas).delete(path(ben)).then().statusCode(204);
        clock.pass(Duration.ofMinutes(1));
        Standing.run(job);

        as(dee).get(path(ben)).then().body("offeredAt", is(at("10:00").toString()));
    }

    @Test
    void keepsThePlaceOfWhoWaitsForSomethingElse() {
        inLine(cas, ben).then().statusCode(204);
        inLine(dee, ben).then().statusCode(204);

        inLine(cas, ben, 30, "09:00", "12:00").then().statusCode(204);

        as(cas).get(path(ben)).then().body("place", is(1)).body("duration", is(30));
    }

    @Test
    void isForWhoCannotBookNow() {
        free();

        inLine(cas, ben)
                .then()
                .statusCode(409)
                .body("type", endsWith("slots-are-open"))
                .body("nextSlots", hasSize(5));
        inLine(ben, ben).then().statusCode(422).body("type", endsWith("own-slot"));
        inLine(cas, ben, 120, "09:00", "17:00").then().statusCode(422).body("type", endsWith("duration-not-offered"));
        inLine(cas, seed.person("Eva")).then().statusCode(404);
        anonymous().get(path(ben)).then().statusCode(401);
        anonymous().get("/api/mentoring/waiting").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"17:00, 09:00", "09:00, 09:00"})
    void refusesNoTimeAtAll(String from, String until) {
        inLine(cas, ben, 60, from, until).then().statusCode(422).body("errors[0].path", is("/until"));
    }

    private void free() {
        step(ana, session, "cancellation", REASON).then().statusCode(200);
    }

    private static String onlyTen() {
        return Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                .map("{\"day\": \"%s\", \"startTime\": \"10:00\", \"endTime\": \"11:00\"}"::formatted)
                .collect(Collectors.joining(", "));
    }
}
