package club.panamia.mentoring.slot;

import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not a slot although the mentor's hours have room for it. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class TakenSlotsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;
    private LocalDate day;

    @BeforeEach
    void aMentor() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        day = LocalDate.ofInstant(at("12:00"), ZoneId.of("America/New_York"));
    }

    @Test
    void leavesOutWhatIsTakenOnEitherSideWithThePauses() {
        Offering.also(ben, "{\"bufferBefore\": 15, \"bufferAfter\": 15}");
        busy(ben, "12:00", "13:00");
        busy(ana, "15:00", "16:00");

        slots().body(
                        "slots.startsAt",
                        hasItems(
                                at("10:30").toString(),
                                at("13:30").toString(),
                                at("14:00").toString()))
                .body("slots.startsAt", not(hasItem(at("11:00").toString())))
                .body("slots.startsAt", not(hasItem(at("13:00").toString())))
                .body("slots.startsAt", not(hasItem(at("14:30").toString())))
                .body("slots.startsAt", hasItem(at("16:00").toString()));
    }

    @Test
    void showsASlotThatSomebodyElseHoldsAsTakenUntilTheHoldIsOver() {
        var cas = seed.person("Cas");
        held(cas, "10:00", "now() + interval '5 minutes'");

        slots().body("slots.startsAt", not(hasItem(at("10:00").toString())));
        sql.run("UPDATE internal.mentor_busy SET held_until = now() - interval '1 second'");
        slots().body("slots.startsAt", hasItem(at("10:00").toString()));
    }

    @Test
    void showsMyOwnHoldAsFree() {
        held(ana, "10:00", "now() + interval '5 minutes'");

        slots().body("slots.startsAt", hasItem(at("10:00").toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"maxPerDay\": 1}",
                "{\"maxPerWeek\": 1}",
                "{\"minNoticeMinutes\": 43200}",
                "{\"horizonDays\": 1}",
                "{\"durations\": [30]}",
                "{\"timezone\": null}",
                "{\"schedule\": []}"
            })
    void keepsTheLimitsOfTheMentor(String limit) {
        Offering.also(ben, limit);
        session("09:00");

        slots().body("slots", empty());
    }

    @Test
    void countsWhatWasCalledOffForNothing() {
        Offering.also(ben, "{\"maxPerDay\": 1}");
        session("09:00");
        sql.run("UPDATE mentor_sessions SET status = 'declined', declined_at = now(), decline_reason = 'Away'");

        slots().body("slots", not(empty()));
    }

    private ValidatableResponse slots() {
        return as(ana).get("/api/mentoring/mentors/Ben/slots?from=%s&to=%s&tz=America/New_York".formatted(day, day))
                .then()
                .statusCode(200);
    }

    private void session(String time) {
        sql.run(
                "INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at,"
                        + " ends_at) SELECT ?, ?, 'A topic', 'artistic', t, t + interval '60 minutes' FROM CAST(? AS"
                        + " timestamptz) t",
                ben.id(),
                ana.id(),
                at(time));
    }

    /** In a session with somebody else. */
    private void busy(Person person, String from, String until) {
        var other = seed.person("Other" + person.screenname());
        var id = sql.one(
                String.class,
                "INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at,"
                        + " ends_at) SELECT ?, ?, 'A topic', 'artistic', t, t + interval '60 minutes' FROM CAST(? AS"
                        + " timestamptz) t RETURNING id",
                person.id(),
                other.id(),
                at(from));
        sql.run(
                "INSERT INTO internal.mentor_busy (user_id, session_id, during) VALUES (?, ?, tstzrange(?, ?))",
                person.id(),
                id,
                at(from),
                at(until));
    }

    private void held(Person holder, String from, String until) {
        sql.run(
                "INSERT INTO internal.mentor_busy (user_id, held_by, held_until, during) SELECT ?, ?, " + until
                        + ", tstzrange(t, t + interval '1 hour') FROM CAST(? AS timestamptz) t",
                ben.id(),
                holder.id(),
                at(from));
    }
}
