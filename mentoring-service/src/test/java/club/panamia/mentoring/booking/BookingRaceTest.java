package club.panamia.mentoring.booking;

import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.mentoring.Crowd;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BookingRaceTest {

    private static final String COLLISIONS = """
            SELECT a.id FROM internal.mentor_busy a JOIN internal.mentor_busy b
                ON a.user_id = b.user_id AND a.id < b.id AND a.during && b.during
            """;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @AfterEach
    void nobodyIsInTwoPlacesAtOnce() {
        assertThat(sql.list(String.class, COLLISIONS)).isEmpty();
    }

    @Test
    void givesOneSlotToOneOfTwoHundred() {
        var ben = Offering.mentor("Ben");
        var people = Crowd.of(200);

        var answers = Race.of(200, i -> () -> patiently(() -> ask(people.get(i), ben, "10:00")));

        assertThat(statuses(answers)).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses(answers), 201)).isEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(199)
                .allSatisfy(answer -> {
                    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/slot-taken");
                    assertThat(answer.jsonPath().getList("nextSlots")).hasSize(5);
                });
        assertThat(sql.one(Long.class, "SELECT count(*) FROM mentor_sessions")).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isEqualTo(1);
    }

    @Test
    void givesOverlappingSlotsToNobodyTwice() {
        var ben = Offering.mentor("Ben");
        var people = Crowd.of(40);

        var answers = Race.of(
                40,
                i -> () -> patiently(() -> ask(people.get(i), ben, at("10:00").plusSeconds(1800L * (i % 4)), "")));

        assertThat(statuses(answers)).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses(answers), 201)).isBetween(1, 2);
    }

    @Test
    void lookingAndBeingLookedForCannotMeet() {
        // A ring: everybody mentors at ten, and asks the next one for half past ten.
        var ring = IntStream.range(0, 12)
                .mapToObj(i -> Offering.mentor("mentor-" + i))
                .toList();

        var answers = Race.of(
                48,
                i -> () -> patiently(() -> ask(
                        ring.get(i % 12), ring.get((i + 1) % 12), at("10:00").plusSeconds(1800L * (i % 2)), "")));

        assertThat(statuses(answers)).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses(answers), 201)).isBetween(4, 6);
    }

    @Test
    void holdsOneSlotForOne() {
        Offering.mentor("Ben");
        var people = Crowd.of(30);

        var answers = Race.of(
                30,
                i -> () -> as(people.get(i))
                        .contentType("application/json")
                        .body("{\"mentor\": \"Ben\", \"startsAt\": \"%s\", \"duration\": 60}".formatted(at("10:00")))
                        .put("/api/mentoring/hold"));

        assertThat(statuses(answers)).containsOnly(200, 409);
        assertThat(Collections.frequency(statuses(answers), 200)).isEqualTo(1);
    }

    @Test
    void countsRequestsThatComeAtOnce() {
        var ben = Offering.mentor("Ben");
        var ana = seed.person("Ana");

        var answers = Race.of(8, i -> () -> ask(ana, ben, at("09:00").plusSeconds(3600L * i), ""));

        assertThat(statuses(answers)).containsOnly(201, 422);
        assertThat(Collections.frequency(statuses(answers), 201)).isEqualTo(3);
    }

    /** Whoever hears that all hands are busy asks again, as Retry-After says; nothing was done for them so far. */
    private static Response patiently(Supplier<Response> asking) {
        var last = new AtomicReference<>(asking.get());
        eventually(
                "an answer from somebody who is not too busy",
                Duration.ofMinutes(1),
                () -> last.get().statusCode() != 503
                        || last.updateAndGet(before -> asking.get()).statusCode() != 503);
        return last.get();
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }
}
