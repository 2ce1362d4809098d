package club.panamia.mentoring.waiting;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.mentoring.waiting.Standing.inLine;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.Crowd;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class WaitingRaceTest {

    private static final String ONE_HOUR_A_DAY = Offering.NINE_TO_FIVE.replace("17:00", "10:00");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    OfferFreeTime job;

    @RepeatedTest(3)
    void keepsOneSlotForOneWhileFourProcessesOfferAndOthersBook() {
        var ben = Offering.mentor("Ben", ONE_HOUR_A_DAY);
        var session = agreed(seed.person("Ana"), ben, "09:00");
        var people = Crowd.of(12);
        people.subList(0, 6)
                .forEach(person ->
                        inLine(person, ben, 60, "09:00", "10:00").then().statusCode(204));
        step(ben, session, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        var answers = Race.of(10, i -> () -> {
            if (i < 4) {
                Standing.run(job);
                return 0;
            }
            return ask(people.get(i + 2), ben, "09:00").statusCode();
        });

        var offered = sql.one(Long.class, "SELECT count(*) FROM internal.mentor_waiting WHERE offered_until > now()");
        assertThat(offered + Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mentor_busy WHERE user_id = ?", ben.id()))
                .isEqualTo(1);
        assertThat(answers).isSubsetOf(0, 201, 409);
    }

    @Test
    void letsTwentyWaitAndNoMore() {
        var ben = Offering.mentor("Ben", ONE_HOUR_A_DAY);
        agreed(seed.person("Ana"), ben, "09:00");
        var people = Crowd.of(24);

        var answers = Race.of(
                24, i -> () -> inLine(people.get(i), ben, 60, "09:00", "10:00").statusCode());

        assertThat(Collections.frequency(answers, 204)).isEqualTo(20);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(4);
    }
}
