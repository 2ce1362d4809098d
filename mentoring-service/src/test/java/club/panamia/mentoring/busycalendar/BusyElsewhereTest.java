package club.panamia.mentoring.busycalendar;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.mentoring.busycalendar.OtherServer.calendar;
import static club.panamia.mentoring.busycalendar.OtherServer.give;
import static club.panamia.mentoring.busycalendar.OtherServer.run;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is booked while they are busy elsewhere; here from 11:00 to 12:00 in Miami. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class BusyElsewhereTest {

    private final Seed seed = new Seed();
    private final HttpStub server = new HttpStub();

    @Inject
    ReadBusyCalendars job;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        server.on("/", 200, "text/calendar", calendar(at("11:00"), at("12:00")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMentorIsNotOfferedThen() {
        isBusy(ben);

        slots().body(
                        "slots.startsAt",
                        hasItems(at("10:00").toString(), at("12:00").toString()))
                .body("slots.startsAt", not(hasItem(at("10:30").toString())))
                .body("slots.startsAt", not(hasItem(at("11:00").toString())))
                .body("slots.startsAt", not(hasItem(at("11:30").toString())));
    }

    @Test
    void aMentorHasTheirPausesAroundIt() {
        Offering.also(ben, "{\"bufferBefore\": 15, \"bufferAfter\": 30}");
        isBusy(ben);

        slots().body("slots.startsAt", not(hasItem(at("10:00").toString())))
                .body("slots.startsAt", not(hasItem(at("12:00").toString())))
                .body(
                        "slots.startsAt",
                        hasItems(at("09:30").toString(), at("12:30").toString()));
    }

    @Test
    void aMentorIsNotBookedThen() {
        isBusy(ben);

        ask(ana, ben, "11:00")
                .then()
                .statusCode(409)
                .body("type", endsWith("/slot-taken"))
                .body("nextSlots", hasItem(at("12:00").toString()));
        as(ana).contentType("application/json")
                .body("{\"mentor\": \"ben\", \"startsAt\": \"%s\", \"duration\": 60}".formatted(at("11:00")))
                .put("/api/mentoring/hold")
                .then()
                .statusCode(409);
        ask(ana, ben, "12:00").then().statusCode(201);
    }

    @Test
    void aMenteeIsNotBookedThen() {
        isBusy(ana);

        ask(ana, ben, "11:00").then().statusCode(409).body("type", endsWith("/slot-taken"));
        ask(seed.person("Cas"), ben, "11:00").then().statusCode(201);
    }

    @Test
    void noSessionIsMovedThere() {
        var session = agreed(ana, ben, "14:00");
        isBusy(ben);

        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("11:30")))
                .then()
                .statusCode(409)
                .body("type", endsWith("/slot-taken"));
        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("12:00")))
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasAgreedBeforeStays() {
        var session = agreed(ana, ben, "11:00");
        isBusy(ben);

        as(ana).get("/api/mentoring/sessions/" + session).then().statusCode(200);
        assertThat(step(ana, session, "cancellation", "{\"reason\": \"Ill\"}").statusCode())
                .isEqualTo(200);
    }

    private void isBusy(Person person) {
        give(person, server).then().statusCode(200);
        assertThat(run(job)).isEqualTo(1);
    }

    private ValidatableResponse slots() {
        var day = LocalDate.ofInstant(at("12:00"), ZoneId.of("America/New_York"));
        return as(ana).get("/api/mentoring/mentors/ben/slots?from=%s&to=%s&tz=America/New_York".formatted(day, day))
                .then()
                .statusCode(200);
    }
}
