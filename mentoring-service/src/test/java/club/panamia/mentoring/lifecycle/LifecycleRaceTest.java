package club.panamia.mentoring.lifecycle;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LifecycleRaceTest {

    private static final String REASON = "{\"reason\": \"I am away.\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndAMentee() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void acceptsOnceHoweverOftenItIsPressed() {
        var session = asked(ana, ben, "10:00");

        var answers = Race.of(20, i -> () -> step(ben, session, "acceptance").statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(19);
        assertThat(told("accepted")).isEqualTo(1);
    }

    @RepeatedTest(5)
    void declinesOrCancelsButNotBoth() {
        var session = asked(ana, ben, "10:00");

        var answers = Race.of(
                10,
                i -> () -> (i % 2 == 0
                                ? step(ben, session, "decline", REASON)
                                : step(ana, session, "cancellation", REASON))
                        .statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(9);
        assertThat(told("declined") + told("cancelled")).isEqualTo(1);
    }

    @RepeatedTest(5)
    void endsCancelledWithTheTimeFreeWhenAcceptingMeetsCancelling() {
        var session = asked(ana, ben, "10:00");

        var answers = Race.of(
                10,
                i -> () -> (i % 2 == 0 ? step(ben, session, "acceptance") : step(ana, session, "cancellation", REASON))
                        .statusCode());

        // Cancelling wins in the end, for what was just accepted can be cancelled; each is told once at most.
        assertThat(answers).containsOnly(200, 409);
        assertThat(told("cancelled")).isEqualTo(1);
        assertThat(told("accepted"))
                .isEqualTo(Collections.frequency(answers, 200) - 1L)
                .isBetween(0L, 1L);
        assertThat(sql.one(String.class, "SELECT status::text FROM mentor_sessions"))
                .isEqualTo("cancelled");
        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM internal.mentor_busy UNION ALL SELECT id FROM internal.session_due"))
                .isEmpty();
    }

    @Test
    void movesTwoSessionsToOneTimeOnlyOnce() {
        var cas = seed.person("Cas");
        var first = agreed(ana, ben, "10:00");
        var second = agreed(cas, ben, "12:00");
        var later = "{\"startsAt\": \"%s\"}".formatted(at("19:00"));
        step(ana, first, "proposal", later).then().statusCode(200);
        step(cas, second, "proposal", later).then().statusCode(200);

        var answers = Race.of(
                8,
                i -> () -> step(ben, i % 2 == 0 ? first : second, "proposal/acceptance")
                        .statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(answers).containsOnly(200, 409);
        assertThat(told("rescheduled")).isEqualTo(1);
    }

    @Test
    void startsOnceWhenBothComeAtTheSameMoment() {
        var session = agreed(ana, ben, "10:00");
        sql.run("UPDATE mentor_sessions SET scheduled_at = date_trunc('minute', now()), ends_at = date_trunc('minute',"
                + " now()) + interval '60 minutes'");

        var answers = Race.of(
                10, i -> () -> step(i % 2 == 0 ? ana : ben, session, "start").statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(told("started")).isEqualTo(1);
        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM mentor_sessions WHERE mentor_joined_at IS NOT NULL AND"
                                + " mentee_joined_at IS NOT NULL"))
                .hasSize(1);
    }

    private long told(String step) {
        List<Long> found =
                sql.list(Long.class, "SELECT count(*) FROM internal.event WHERE type = ?", "mentoring.session." + step);
        return found.getFirst();
    }
}
