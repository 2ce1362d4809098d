package club.panamia.mentoring;

import static club.panamia.testing.http.Callers.as;

import club.panamia.testing.seed.Person;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** People who ask for sessions as a front end would, on a day that is three days ahead. */
public final class Asking {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");

    private Asking() {}

    /** A time of that day in Miami. */
    public static Instant at(String time) {
        return LocalDate.now(MIAMI)
                .plusDays(3)
                .atTime(LocalTime.parse(time))
                .atZone(MIAMI)
                .toInstant();
    }

    public static Response ask(Person mentee, Person mentor, String time) {
        return ask(mentee, mentor, at(time), "");
    }

    /** {@code more} are members that come instead of the usual ones, such as {@code , "duration": 30}. */
    public static Response ask(Person mentee, Person mentor, Instant start, String more) {
        return as(mentee)
                .contentType("application/json")
                .body("""
                        {"mentor": "%s", "startsAt": "%s", "topic": "Glazes and kilns", "sessionType": "artistic",
                         "timezone": "Europe/Madrid"%s%s}
                        """.formatted(
                        mentor.screenname(), start, more.contains("duration") ? "" : ", \"duration\": 60", more))
                .post("/api/mentoring/sessions");
    }

    /** A request that waits for its answer; its session id. */
    public static String asked(Person mentee, Person mentor, String time) {
        return ask(mentee, mentor, time).then().statusCode(201).extract().path("sessionId");
    }

    /** A session that both have agreed on. */
    public static String agreed(Person mentee, Person mentor, String time) {
        var session = asked(mentee, mentor, time);
        step(mentor, session, "acceptance").then().statusCode(200);
        return session;
    }

    public static Response step(Person person, String session, String step) {
        return as(person).put("/api/mentoring/sessions/%s/%s".formatted(session, step));
    }

    public static Response step(Person person, String session, String step, String body) {
        return as(person)
                .contentType("application/json")
                .body(body)
                .put("/api/mentoring/sessions/%s/%s".formatted(session, step));
    }
}
