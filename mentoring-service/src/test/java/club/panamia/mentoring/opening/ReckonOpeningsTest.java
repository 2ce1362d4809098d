package club.panamia.mentoring.opening;

import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.panamia.kernel.event.EventPump;
import club.panamia.mentoring.Crowd;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a mentor is free next, as searches show it. Ben can be booked three days ahead from nine to five, an hour at a time. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ReckonOpeningsTest {

    private static final String MENTORS = "/api/mentoring/mentors";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    ReckonOpenings job;

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben", "{}");
        hours();
        run();
    }

    @Test
    void followsWhatTheMentorSays() {
        assertThat(next()).isEqualTo(at("09:00"));

        change("availability", "{\"overrides\": []}");
        run();

        assertThat(next()).isNull();
    }

    @Test
    void followsWhatIsBookedAndCalledOff() {
        var session = ask(ana, ben, "09:00").then().statusCode(201).extract().<String>path("sessionId");
        pumpAndRun();
        assertThat(next()).isEqualTo(at("10:00"));

        step(ben, session, "decline", "{\"reason\": \"Away\"}").then().statusCode(200);
        pumpAndRun();

        assertThat(next()).isEqualTo(at("09:00"));
    }

    @Test
    void followsWhatMentorsBookThemselves() {
        var cas = Offering.mentor("Cas");
        ask(ben, cas, "09:00").then().statusCode(201);

        pumpAndRun();

        assertThat(next()).isEqualTo(at("10:00"));
    }

    @Test
    void isNothingForWhomNobodyCanAsk() {
        change("profile", "{\"enabled\": false}");
        run();

        assertThat(sql.one(Boolean.class, "SELECT next_at IS NULL FROM internal.mentor_opening"))
                .isTrue();
        assertThat(run()).as("looked at again later").isZero();
    }

    @Test
    void saysWhenItWasReckoned() {
        var asOf = Instant.parse(as(ana).get(MENTORS).path("items[0].nextSlotAsOf"));

        assertThat(asOf).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void isTheSameAsTheSlotsAfterManyBookedAtOnce() {
        var people = Crowd.of(5);

        Race.of(
                7,
                i -> () -> i < 2
                        ? run()
                        : ask(people.get(i - 2), ben, "%02d:00".formatted(7 + i))
                                .statusCode());
        pumpAndRun();

        var day = LocalDate.ofInstant(at("12:00"), ZoneId.of("America/New_York"));
        List<String> slots = as(ana).get(
                        "%s/ben/slots?from=%s&to=%s&duration=60".formatted(MENTORS, day, day.plusDays(1)))
                .path("slots.startsAt");
        assertThat(Instant.parse(slots.getFirst())).isEqualTo(next()).isEqualTo(at("14:00"));
    }

    @Test
    void isReckonedOnceWhereverTheJobRuns() {
        hours();

        var done = Race.of(4, i -> this::run);

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    private void hours() {
        var day = LocalDate.ofInstant(at("12:00"), ZoneId.of("America/New_York"));
        change("availability", """
                {"timezone": "America/New_York", "slotStepMinutes": 60, "durations": [60], "minNoticeMinutes": 60, "schedule": [],
                 "overrides": [{"date": "%s", "hours": [{"startTime": "09:00", "endTime": "17:00"}]}]}
                """.formatted(day));
    }

    private void change(String document, String patch) {
        var path = "/api/mentoring/" + document;
        as(ben).header("If-Match", as(ben).get(path).header("ETag"))
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private Instant next() {
        String next = as(ana).get(MENTORS).path("items.find { it.screenname == 'Ben' }.nextSlotAt");
        return next == null ? null : Instant.parse(next);
    }

    private void pumpAndRun() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
        run();
    }

    private int run() {
        try {
            return VertxContextSupport.subscribeAndAwait(job::some);
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }
}
