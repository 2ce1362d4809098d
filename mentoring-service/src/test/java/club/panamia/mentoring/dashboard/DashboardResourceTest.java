package club.panamia.mentoring.dashboard;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DashboardResourceTest {

    private static final String DASHBOARD = "/api/mentoring/dashboard";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ada;
    private Person ana;
    private Person ben;

    @BeforeEach
    void people() {
        ada = seed.admin("Ada");
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void countsEachSessionOnceByHowItStands() {
        session(
                ben,
                ana,
                "2026-03-02T15:00Z",
                "status = 'completed', completed_at = now(), accepted_at = created_at + interval '10 minutes'");
        session(
                ben,
                ana,
                "2026-03-02T17:00Z",
                "status = 'scheduled', accepted_at = created_at + interval '30 minutes'");
        session(
                ben,
                seed.person("Cas"),
                "2026-03-03T15:00Z",
                "status = 'declined', declined_at = created_at + interval '20 minutes', decline_reason = 'x'");
        session(
                ben,
                ana,
                "2026-03-04T15:00Z",
                "status = 'cancelled', cancelled_at = now(), cancel_reason = 'x', cancelled_role = 'mentor',"
                        + " accepted_at = created_at");
        session(
                ben,
                ana,
                "2026-03-04T17:00Z",
                "status = 'cancelled', cancelled_at = now(), cancel_reason = 'x', cancelled_role = 'system'");
        session(
                ben,
                ana,
                "2026-03-04T19:00Z",
                "status = 'cancelled', cancelled_at = now(), cancel_reason = 'x', cancelled_role = 'mentee',"
                        + " accepted_at = created_at, no_show_by = 'mentor', no_show_at = now()");
        session(ben, ana, "2026-04-04T19:00Z", "status = 'pending'");

        as(ada).get(DASHBOARD + "?from=2026-03-01&to=2026-03-05&tz=America/New_York")
                .then()
                .statusCode(200)
                .body("totalMentors", is(1))
                .body("activeMentors", is(1))
                .body("sessions.total", is(6))
                .body("sessions.completed", is(1))
                .body("sessions.scheduled", is(1))
                .body("sessions.declined", is(1))
                .body("sessions.cancelled", is(1))
                .body("sessions.expired", is(1))
                .body("sessions.noShow", is(1))
                .body("averageSessionDuration", is(60))
                .body("bookedMinutes", is(120))
                .body("averagePerMentor", is(1.0f))
                .body("uniqueMentees", is(2))
                .body("returningMentees", is(1))
                .body("medianResponseMinutes", is(10.0f))
                .body("acceptanceRate", is(66.7f))
                .body("cancellationRate.overall", is(16.7f))
                .body("cancellationRate.byMentor", is(100.0f))
                .body("cancellationRate.byMentee", is(0.0f))
                .body("completionByType.find { it.sessionType == 'artistic' }.sessions", is(6))
                .body("topExpertise.expertise", contains("clay"))
                .body("sessionsOverTime.sessions", contains(0, 2, 1, 3, 0));
    }

    @Test
    void comparesWhatIsBookedWithWhatIsOffered() {
        session(ben, ana, "2026-03-02T15:00Z", "status = 'completed', completed_at = now()");
        session(ben, ana, "2026-03-02T17:00Z", "status = 'scheduled'");
        session(ben, ana, "2026-03-02T19:00Z", "status = 'pending'");
        as(ada).get(DASHBOARD + "?from=2026-03-01&to=2026-03-05")
                .then()
                .body("offeredMinutes", is(0))
                .body("utilisation", is(0.0f));

        sql.run("INSERT INTO internal.mentor_opening (user_id, minutes_a_week) VALUES (?, 8 * 60 * 7)", ben.id());

        as(ada).get(DASHBOARD + "?from=2026-03-01&to=2026-03-05")
                .then()
                .body("bookedMinutes", is(120))
                .body("offeredMinutes", is(8 * 60 * 5))
                .body("utilisation", is(5.0f));
    }

    @Test
    void beginsAndEndsDaysOnTheClockThatWasAskedFor() {
        session(ben, ana, "2026-03-02T02:00Z", "status = 'pending'");

        as(ada).get(DASHBOARD + "?from=2026-03-01&to=2026-03-02&tz=America/New_York")
                .then()
                .body("sessionsOverTime.sessions", contains(1, 0));
        as(ada).get(DASHBOARD + "?from=2026-03-01&to=2026-03-02&tz=Europe/Madrid")
                .then()
                .body("sessionsOverTime.sessions", contains(0, 1));
        as(ada).get(DASHBOARD + "?from=2026-03-02&to=2026-03-02&tz=America/New_York")
                .then()
                .body("sessions.total", is(0));
    }

    @Test
    void isAllZeroWhereNothingWas() {
        Offering.offer(ben, "{\"enabled\": false}");

        as(ada).get(DASHBOARD)
                .then()
                .statusCode(200)
                .body("sessions.total", is(0))
                .body("totalMentors", is(0))
                .body("acceptanceRate", is(0.0f))
                .body("$", not(hasKey("medianResponseMinutes")))
                .body("topExpertise", empty())
                .body("completionByType", hasSize(4))
                .body("sessionsOverTime", hasSize(31));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01&to=2027-01-02, to",
        "from=2026-01-02&to=2026-01-01, to",
        "from=soon, from",
        "to=2026-02-30, to",
        "tz=Mars/Olympus, tz",
    })
    void refusesWhatItDoesNotKnow(String query, String path) {
        as(ada).get(DASHBOARD + "?" + query).then().statusCode(422).body("errors[0].path", is(path));
    }

    @Test
    void isForThoseWhoLookAfterMentoring() {
        as(seed.withRole("Moe", "mentoringModerator")).get(DASHBOARD).then().statusCode(200);
        as(ana).get(DASHBOARD).then().statusCode(403);
        as(seed.withRole("Con", "contentModerator")).get(DASHBOARD).then().statusCode(403);
        anonymous().get(DASHBOARD).then().statusCode(401);
    }

    private void session(Person mentor, Person mentee, String time, String change) {
        var id = sql.one(
                String.class,
                "INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at,"
                        + " ends_at) SELECT ?, ?, 'A topic', 'artistic', t, t + interval '60 minutes' FROM CAST(? AS"
                        + " timestamptz) t RETURNING id",
                mentor.id(),
                mentee.id(),
                time);
        sql.run("UPDATE mentor_sessions SET " + change + " WHERE id = ?", id);
    }
}
