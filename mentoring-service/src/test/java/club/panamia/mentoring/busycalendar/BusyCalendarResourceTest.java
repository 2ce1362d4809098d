package club.panamia.mentoring.busycalendar;

import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.busycalendar.OtherServer.calendar;
import static club.panamia.mentoring.busycalendar.OtherServer.give;
import static club.panamia.mentoring.busycalendar.OtherServer.run;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BusyCalendarResourceTest {

    private static final String PATH = "/api/mentoring/busy-calendar";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    ReadBusyCalendars job;

    private Person ana;

    @BeforeEach
    void somebody() {
        ana = seed.person("Ana");
    }

    @Test
    void isNothingBeforeItIsGiven() {
        as(ana).get(PATH).then().statusCode(200).body("$", anEmptyMap());
        anonymous().get(PATH).then().statusCode(401);
        anonymous().delete(PATH).then().statusCode(401);
    }

    @Test
    void isGivenReadAndForgotten() {
        try (var server = new HttpStub().on("/", 200, "text/calendar", calendar(at("10:00"), at("11:00")))) {
            give(ana, server)
                    .then()
                    .statusCode(200)
                    .body("since", notNullValue())
                    .body("host", is("localhost"))
                    .body("readAt", nullValue());
            assertThat(run(job)).isEqualTo(1);

            as(ana).get(PATH)
                    .then()
                    .statusCode(200)
                    .body("readAt", notNullValue())
                    .body("busyTimes", is(1))
                    .body("fault", nullValue());

            as(ana).delete(PATH).then().statusCode(204);
            as(ana).delete(PATH).then().statusCode(204);
            as(ana).get(PATH).then().body("$", anEmptyMap());
            assertThat(sql.list(String.class, "SELECT id FROM internal.busy_calendar"))
                    .isEmpty();
        }
    }

    @Test
    void doesNotTellItsAddressToAnybody() {
        give(ana, "webcal://calendar.example/private-8d1f/basic.ics?key=k9")
                .then()
                .statusCode(200)
                .body(not(containsString("8d1f")))
                .body("host", is("calendar.example"));

        as(seed.person("Ben")).get(PATH).then().body("$", anEmptyMap());
        assertThat(as(ana).get(PATH).asString()).doesNotContain("8d1f", "k9");
        assertThat(new String(
                        sql.one(byte[].class, "SELECT address FROM internal.busy_calendar"),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("8d1f", "calendar.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "calendar",
                "ftp://calendar.example/private-8d1f.ics",
                "https:///private-8d1f.ics",
                "https://me:private-8d1f@calendar.example/",
                "https://calendar.example/private-8d1f ics",
                "file:///private-8d1f"
            })
    void refusesWhatIsNoAddressOfACalendar(String url) {
        give(ana, url).then().statusCode(422).body("errors[0].path", is("/url")).body(not(containsString("8d1f")));

        assertThat(sql.list(String.class, "SELECT id FROM internal.busy_calendar"))
                .isEmpty();
    }

    @Test
    void refusesMoreThanTenAnHour() {
        for (var i = 0; i < 10; i++) {
            give(ana, "https://calendar.example/" + i).then().statusCode(200);
        }

        give(ana, "https://calendar.example/10").then().statusCode(429);
        give(seed.person("Ben"), "https://calendar.example/11").then().statusCode(200);
        as(ana).contentType("application/json").body("{}").put(PATH).then().statusCode(422);
        as(ana).contentType("application/json").body("{").put(PATH).then().statusCode(400);
    }
}
