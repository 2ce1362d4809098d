package club.panamia.mentoring.letter;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.as;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can wait while it is quiet for whoever gets it, here for an hour from now. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LettersAtNightTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    LeftMail mail;

    @Inject
    SendWaitingLetters job;

    @Inject
    MovableClock clock;

    private Person ana;
    private Person ben;

    @BeforeEach
    void itIsQuietForTheMentor() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        var now = LocalTime.now(ZoneOffset.UTC);
        sql.run(
                "INSERT INTO internal.notification_setting (user_id, zone, quiet_from, quiet_until) VALUES (?, 'UTC',"
                        + " CAST(? AS time), CAST(? AS time))",
                ben.id(),
                now.minusHours(1).toString(),
                now.plusHours(1).toString());
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void waitUntilItIsOver() {
        asked(ana, ben, "10:00");
        assertThat(mail.to(ben)).isEmpty();
        run();
        assertThat(mail.to(ben)).isEmpty();

        clock.pass(Duration.ofMinutes(61));
        Race.of(4, i -> this::run);

        assertThat(mail.kindsTo(ben)).containsExactly("session-requested");
        assertThat(sql.list(String.class, "SELECT id FROM internal.session_letter"))
                .isEmpty();
    }

    @Test
    void areNotWrittenOnceSomethingElseHasHappened() {
        var session = asked(ana, ben, "10:00");
        assertThat(mail.to(ben)).isEmpty();
        step(ana, session, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        clock.pass(Duration.ofMinutes(61));
        run();

        assertThat(mail.kindsTo(ben)).containsExactly("session-cancelled");
    }

    @Test
    void doNotWaitWhereACalendarChanges() {
        var session = agreed(ana, ben, "10:00");
        step(ana, session, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        assertThat(mail.kindsTo(ben)).contains("session-cancelled");
        assertThat(mail.to(ana)).as("for whom it is not quiet").isNotEmpty();
    }

    @Test
    void doNotWaitWhereTheSessionIsNear() {
        List<String> starts = as(ana).get("/api/mentoring/mentors/Ben/slots").path("slots.startsAt");

        ask(ana, ben, Instant.parse(starts.getFirst()), "").then().statusCode(201);

        assertThat(mail.kindsTo(ben)).containsExactly("session-requested");
    }

    private int run() {
        try {
            VertxContextSupport.subscribeAndAwait(job::runWhenDue);
            return 0;
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }
}
