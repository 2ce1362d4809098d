package club.panamia.mentoring.due;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LookAfterSessionsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    LookAfterSessions jobs;

    @Inject
    MovableClock clock;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void endsRequestsThatNobodyAnswered() {
        asked(ana, ben, "10:00");
        run(jobs::endUnansweredRequests);
        assertThat(told("expired")).isZero();

        clock.pass(Duration.ofHours(48));
        run(jobs::endUnansweredRequests);
        run(jobs::endUnansweredRequests);

        assertThat(sql.list(String.class, "SELECT status::text || ' ' || cancelled_role FROM mentor_sessions"))
                .containsExactly("cancelled system");
        assertThat(told("expired")).isEqualTo(1);
        clock.reset();
        ask(seed.person("Cas"), ben, "10:00").then().statusCode(201);
    }

    @Test
    void refusesAnAnswerThatComesTooLate() {
        var session = asked(ana, ben, "10:00");

        clock.pass(Duration.ofHours(48));

        step(ben, session, "acceptance").then().statusCode(409);
    }

    @Test
    void endsWhatNobodyEndedHalfAnHourAfterwards() {
        var held = agreed(ana, ben, "10:00");
        agreed(ana, ben, "12:00");
        travelTo(at("10:00"));
        step(ana, held, "start").then().statusCode(200);
        step(ben, held, "start").then().statusCode(200);

        travelTo(at("11:29"));
        run(jobs::closeSessions);
        assertThat(told("completed")).isZero();
        travelTo(at("13:31"));
        run(jobs::closeSessions);

        assertThat(sql.list(
                        String.class,
                        "SELECT status::text || ' ' || coalesce(no_show_by, '') FROM mentor_sessions ORDER BY"
                                + " scheduled_at"))
                .containsExactly("completed ", "cancelled both");
        assertThat(told("completed")).isEqualTo(1);
        assertThat(told("no-show")).isEqualTo(1);
    }

    @Test
    void remindsOnceOfEachTime() {
        agreed(ana, ben, "10:00");

        for (var before : List.of(1439, 61, 59, 9)) {
            travelTo(at("10:00").minus(Duration.ofMinutes(before)));
            run(jobs::tellWhatIsDue);
            run(jobs::tellWhatIsDue);
        }

        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'minutes' FROM internal.event WHERE type LIKE '%reminder-due' ORDER BY id"))
                .containsExactly("1440", "60", "10");
        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM internal.event WHERE type LIKE '%reminder-due' AND (actor_id IS NOT"
                                + " NULL OR payload ->> 'actorId' IS NOT NULL)"))
                .isEmpty();
    }

    @Test
    void remindsOnceAfterAnOutageInWhichMoreFellDue() {
        agreed(ana, ben, "10:00");

        travelTo(at("10:00").minus(Duration.ofMinutes(9)));
        run(jobs::tellWhatIsDue);

        assertThat(told("reminder-due")).isEqualTo(1);
    }

    @Test
    void remindsOfTheNewTimeAfterAMove() {
        var session = agreed(ana, ben, "10:00");
        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);
        step(ben, session, "proposal/acceptance").then().statusCode(200);

        travelTo(at("09:30"));
        run(jobs::tellWhatIsDue);

        assertThat(told("reminder-due")).as("only of the day before").isEqualTo(1);
    }

    @Test
    void doesNotRemindOfWhatHasBegunOrWasCalledOff() {
        agreed(ana, ben, "10:00");
        var off = agreed(ana, ben, "12:00");
        step(ana, off, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        travelTo(at("10:01"));
        run(jobs::tellWhatIsDue);

        assertThat(told("reminder-due")).isZero();
        assertThat(sql.list(String.class, "SELECT id FROM internal.session_due WHERE done_at IS NULL"))
                .isEmpty();
    }

    @Test
    void asksForFeedbackAfterASessionThatWasHeld() {
        var session = agreed(ana, ben, "10:00");
        travelTo(at("10:00"));
        step(ana, session, "start").then().statusCode(200);
        travelTo(at("10:30"));
        step(ana, session, "completion").then().statusCode(200);

        run(jobs::tellWhatIsDue);
        run(jobs::tellWhatIsDue);

        assertThat(told("feedback-due")).isEqualTo(1);
    }

    @Test
    void doesEverythingOnceInTwoProcesses() {
        var mentors = List.of(Offering.mentor("Cas"), Offering.mentor("Dee"), Offering.mentor("Eva"));
        for (var mentor : mentors) {
            for (var time : List.of("09:00", "11:00", "13:00")) {
                asked(seed.person(mentor.screenname() + time.substring(0, 2)), mentor, time);
            }
        }
        agreed(ana, ben, "10:00");
        travelTo(at("13:35"));

        Race.of(4, i -> () -> {
            run(jobs::endUnansweredRequests);
            run(jobs::closeSessions);
            run(jobs::tellWhatIsDue);
            return true;
        });

        assertThat(told("expired")).isEqualTo(9);
        assertThat(told("no-show")).isEqualTo(1);
        assertThat(sql.list(String.class, "SELECT id FROM internal.mentor_busy"))
                .isEmpty();
    }

    private static void run(Supplier<Uni<Void>> job) {
        try {
            VertxContextSupport.subscribeAndAwait(job);
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }

    private void travelTo(Instant time) {
        clock.reset();
        clock.pass(Duration.between(Instant.now(), time));
    }

    private long told(String step) {
        return sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = ?", "mentoring.session." + step);
    }
}
