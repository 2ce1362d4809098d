package club.panamia.mentoring.lifecycle;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another time, on which both agree. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class MoveTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndSomebodyWithoutAProfile() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @Test
    void movesWhenTheOtherAgrees() {
        var session = agreed(ana, ben, "10:00");

        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200)
                .body("scheduledAt", is(at("10:00").toString()))
                .body("proposedAt", is(at("19:00").toString()))
                .body("proposedBy", is("mentee"))
                .body("allowedActions", containsInAnyOrder("cancel", "propose", "dropProposal"));
        step(ana, session, "proposal/acceptance").then().statusCode(409);
        step(ben, session, "proposal/acceptance")
                .then()
                .statusCode(200)
                .body("scheduledAt", is(at("19:00").toString()))
                .body("endsAt", is(at("20:00").toString()))
                .body("$", not(hasKey("proposedAt")));

        assertThat(sql.one(Integer.class, "SELECT ical_sequence FROM mentor_sessions"))
                .isEqualTo(1);
        assertThat(sql.list(
                        Long.class,
                        "SELECT DISTINCT CAST(extract(epoch FROM lower(during)) AS bigint) FROM internal.mentor_busy"))
                .containsExactly(at("19:00").getEpochSecond());
        assertThat(sql.list(
                        Long.class,
                        "SELECT CAST(extract(epoch FROM due_at) AS bigint) FROM internal.session_due WHERE"
                                + " kind = 'hour-before'"))
                .containsExactly(at("18:00").getEpochSecond());
        ask(seed.person("Cas"), ben, "10:00").then().statusCode(201);
        assertThat(events()).startsWith("requested", "accepted", "proposed", "rescheduled");
    }

    @Test
    void staysWhereTheOtherDoesNotAgree() {
        var session = agreed(ana, ben, "10:00");
        step(ben, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);

        as(ana).delete("/api/mentoring/sessions/" + session + "/proposal")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("proposedAt")));

        as(ana).delete("/api/mentoring/sessions/" + session + "/proposal")
                .then()
                .statusCode(409);
    }

    @Test
    void doesNotMoveToWhereOneOfThemIsTaken() {
        var session = agreed(ana, ben, "10:00");
        var cas = seed.person("Cas");
        asked(cas, ben, "14:00");

        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("14:30")))
                .then()
                .statusCode(409)
                .body("type", endsWith("slot-taken"));
        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("12:00")))
                .then()
                .statusCode(200);
        asked(cas, ben, "12:00");
        step(ben, session, "proposal/acceptance").then().statusCode(409).body("type", endsWith("slot-taken"));
        as(ben).get("/api/mentoring/sessions/" + session)
                .then()
                .body("scheduledAt", is(at("10:00").toString()));
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT replace(type, 'mentoring.session.', '') FROM internal.event ORDER BY id");
    }
}
