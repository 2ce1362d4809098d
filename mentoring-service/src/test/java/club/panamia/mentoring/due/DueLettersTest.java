package club.panamia.mentoring.due;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.mentoring.letter.LeftMail;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DueLettersTest {

    private final Seed seed = new Seed();

    @Inject
    LookAfterSessions jobs;

    @Inject
    MovableClock clock;

    @Inject
    LeftMail mail;

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
    void remindBothOnce() {
        agreed(ana, ben, "10:00");
        mail.to(ana);
        travelTo(at("10:00").minus(Duration.ofMinutes(59)));
        tell();
        tell();

        assertThat(mail.kindsTo(ana)).containsExactly("session-accepted", "session-reminder");
        assertThat(mail.kindsTo(ben)).endsWith("session-accepted", "session-reminder");
    }

    @Test
    void remindOfATimeThatWasMovedNear() {
        var session = agreed(ana, ben, "10:00");
        var soon = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(12, ChronoUnit.MINUTES);
        step(ben, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(soon))
                .then()
                .statusCode(200);
        step(ana, session, "proposal/acceptance").then().statusCode(200);
        tell();
        assertThat(mail.kindsTo(ana)).doesNotContain("session-reminder");

        travelTo(soon.minus(Duration.ofMinutes(10)));
        tell();

        assertThat(mail.kindsTo(ana)).endsWith("session-reminder");
        assertThat(mail.kindsTo(ben)).endsWith("session-reminder");
    }

    @Test
    void doNotRemindOfWhatHasBegunMeanwhile() {
        var session = agreed(ana, ben, "10:00");
        mail.to(ana);
        travelTo(at("10:00").minus(Duration.ofMinutes(9)));
        tell();
        step(ana, session, "start").then().statusCode(200);

        assertThat(mail.kindsTo(ana)).containsExactly("session-accepted");
    }

    @Test
    void askBothOnceHowItWas() {
        var session = agreed(ana, ben, "10:00");
        travelTo(at("10:00"));
        step(ana, session, "start").then().statusCode(200);
        step(ana, session, "completion").then().statusCode(200);
        tell();
        tell();

        assertThat(mail.kindsTo(ana)).containsExactly("session-feedback");
        assertThat(mail.kindsTo(ben)).containsExactly("session-feedback");
    }

    @Test
    void warnTheMentorSixHoursBeforeARequestEndsAndTellTheMenteeThatItHas() {
        asked(ana, ben, "10:00");
        clock.pass(Duration.ofHours(41));
        tell();
        assertThat(mail.kindsTo(ben)).containsExactly("session-requested");

        clock.pass(Duration.ofHours(2));
        tell();
        tell();
        assertThat(mail.kindsTo(ben)).containsExactly("session-requested", "session-unanswered");

        clock.pass(Duration.ofHours(6));
        run(jobs::endUnansweredRequests);
        assertThat(mail.kindsTo(ana)).containsExactly("session-expired");
    }

    @Test
    void doNotWarnOfARequestThatWasAnswered() {
        agreed(ana, ben, "10:00");
        clock.pass(Duration.ofHours(43));
        tell();

        assertThat(mail.kindsTo(ben)).doesNotContain("session-unanswered");
    }

    private void tell() {
        run(jobs::tellWhatIsDue);
    }

    private void travelTo(Instant time) {
        clock.reset();
        clock.pass(Duration.between(Instant.now(), time));
    }

    private static void run(Supplier<Uni<Void>> job) {
        try {
            VertxContextSupport.subscribeAndAwait(job);
        } catch (Throwable failure) {
            throw new AssertionError("the job failed", failure);
        }
    }
}
