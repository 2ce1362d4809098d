package club.panamia.mentoring.booking;

import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class HoldResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    MovableClock clock;

    private Person ana;
    private Person ben;
    private Person cas;

    @BeforeEach
    void aMentorAndTwoWhoWantTheSameSlot() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        cas = seed.person("Cas");
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void keepsASlotFromOthersAndNotFromItsHolder() {
        hold(ana, "10:00")
                .then()
                .statusCode(200)
                .body("startsAt", is(at("10:00").toString()));

        hold(cas, "10:00").then().statusCode(409).body("type", endsWith("slot-taken"));
        ask(cas, ben, "10:30")
                .then()
                .statusCode(409)
                .body("nextSlots[0]", is(at("11:00").toString()));
        ask(ana, ben, "10:00").then().statusCode(201);
        assertThat(sql.list(String.class, "SELECT held_by FROM internal.mentor_busy WHERE held_by IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void isOverAfterFiveMinutes() {
        hold(ana, "10:00").then().statusCode(200);

        clock.pass(Duration.ofMinutes(5));

        ask(cas, ben, "10:00").then().statusCode(201);
        ask(ana, ben, "10:00").then().statusCode(409);
    }

    @Test
    void letsGoOfTheFormerOne() {
        hold(ana, "10:00").then().statusCode(200);
        hold(ana, "12:00").then().statusCode(200);

        hold(cas, "10:00").then().statusCode(200);
        hold(ana, "12:00").then().statusCode(200);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mentor_busy"))
                .isEqualTo(2);
    }

    @Test
    void isLetGoWhenThePageIsClosed() {
        hold(ana, "10:00").then().statusCode(200);

        as(ana).delete("/api/mentoring/hold").then().statusCode(204);
        as(ana).delete("/api/mentoring/hold").then().statusCode(204);

        ask(cas, ben, "10:00").then().statusCode(201);
    }

    @Test
    void keepsTheRulesOfTheMentor() {
        hold(ana, "09:15").then().statusCode(422).body("type", endsWith("slot-not-open"));
        hold(ben, "10:00").then().statusCode(422).body("type", endsWith("own-slot"));
        anonymous()
                .contentType("application/json")
                .body("{}")
                .put("/api/mentoring/hold")
                .then()
                .statusCode(401);
        anonymous().delete("/api/mentoring/hold").then().statusCode(401);
    }

    private Response hold(Person person, String time) {
        return as(person)
                .contentType("application/json")
                .body("{\"mentor\": \"Ben\", \"startsAt\": \"%s\", \"duration\": 60}".formatted(at(time)))
                .put("/api/mentoring/hold");
    }
}
