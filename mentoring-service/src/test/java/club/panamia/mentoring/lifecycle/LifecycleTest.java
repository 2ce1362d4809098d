package club.panamia.mentoring.lifecycle;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.ask;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a request to its end, over HTTP; every cell of the table is MatrixTest's. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LifecycleTest {

    private static final String REASON = "{\"reason\": \"I am away.\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    MovableClock clock;

    private Person ana;
    private Person ben;

    @BeforeEach
    void aMentorAndSomebodyWithoutAProfile() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void goesFromARequestToAHeldSession() {
        var session = asked(ana, ben, "10:00");

        step(ben, session, "acceptance")
                .then()
                .statusCode(200)
                .body("status", is("scheduled"))
                .body("$", not(hasKey("requestExpiresAt")))
                .body("allowedActions", containsInAnyOrder("cancel", "propose"));
        travelTo(at("10:00").minus(Duration.ofMinutes(9)));
        step(ana, session, "start").then().statusCode(200).body("status", is("in_progress"));
        step(ben, session, "start").then().statusCode(200).body("status", is("in_progress"));
        travelTo(at("10:40"));
        step(ben, session, "completion")
                .then()
                .statusCode(200)
                .body("status", is("completed"))
                .body("allowedActions", empty());

        assertThat(events()).containsExactly("requested", "accepted", "started", "completed");
        assertThat(sql.list(String.class, "SELECT kind FROM internal.session_due"))
                .containsExactly("feedback");
        assertThat(sql.list(String.class, "SELECT id FROM internal.mentor_busy"))
                .isEmpty();
    }

    @Test
    void isDeclinedWithAReasonThatTheOtherReads() {
        var session = asked(ana, ben, "10:00");

        step(ben, session, "decline", REASON).then().statusCode(200).body("status", is("declined"));

        as(ana).get("/api/mentoring/sessions/" + session)
                .then()
                .body("declineReason", is("I am away."))
                .body("allowedActions", empty());
        ask(seed.person("Cas"), ben, "10:00").then().statusCode(201);
        assertThat(events()).startsWith("requested", "declined");
    }

    @Test
    void isCalledOffByEitherAndByAModerator() {
        var moe = seed.withRole("Moe", "mentoringModerator");
        var byMentee = asked(ana, ben, "10:00");
        var byMentor = agreed(ana, ben, "12:00");
        var byModerator = agreed(ana, ben, "14:00");

        step(ana, byMentee, "cancellation", REASON).then().statusCode(200).body("role", is("mentee"));
        step(ben, byMentor, "cancellation", REASON).then().statusCode(200);
        step(moe, byModerator, "cancellation", REASON).then().statusCode(200).body("role", is("moderator"));

        assertThat(sql.list(String.class, "SELECT cancelled_role FROM mentor_sessions ORDER BY scheduled_at"))
                .containsExactly("mentee", "mentor", "moderator");
        assertThat(sql.list(
                        String.class,
                        "SELECT id FROM internal.mentor_busy UNION ALL SELECT id FROM internal.session_due"))
                .isEmpty();
    }

    @Test
    void showsAModeratorNoNotes() {
        var session = agreed(ana, ben, "10:00");
        sql.run("UPDATE mentor_sessions SET notes = 'Between us.'");

        as(seed.withRole("Moe", "mentoringModerator"))
                .get("/api/mentoring/sessions/" + session)
                .then()
                .statusCode(200)
                .body("role", is("moderator"))
                .body("allowedActions", contains("cancel"))
                .body("$", not(hasKey("notes")));
    }

    @Test
    void isMissedByTheOtherOne() {
        var session = agreed(ana, ben, "10:00");
        travelTo(at("10:05"));
        step(ana, session, "no-show").then().statusCode(409);

        travelTo(at("10:11"));
        step(ana, session, "no-show")
                .then()
                .statusCode(200)
                .body("status", is("cancelled"))
                .body("noShowBy", is("mentor"));

        assertThat(events()).endsWith("no-show");
    }

    @Test
    void saysWhatIsPossibleWhereSomethingIsNot() {
        var session = agreed(ana, ben, "10:00");

        step(ben, session, "acceptance")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/session-in-wrong-state"))
                .body("sessionStatus", is("scheduled"))
                .body("allowedActions", containsInAnyOrder("cancel", "propose"));
        step(ana, session, "decline", REASON).then().statusCode(403).body("type", endsWith("not-your-part-in-session"));
    }

    @Test
    void survivesAChangeOfTheAddress() {
        var session = asked(ana, ben, "10:00");
        sql.run("UPDATE users SET email = 'other@example.org' WHERE id = ?", ana.id());
        sql.run("UPDATE profiles SET email = 'other-ben@example.org' WHERE user_id = ?", ben.id());

        step(ben, session, "acceptance").then().statusCode(200);
        as(ana).get("/api/mentoring/sessions/" + session).then().statusCode(200).body("status", is("scheduled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "cancellation", "proposal"})
    void wantsAReasonOrATime(String step) {
        var session = asked(ana, ben, "10:00");

        step(ben, session, step, "{}").then().statusCode(422);
        step(ben, session, step, "{\"reason\": \" \", \"startsAt\": \"never\"}")
                .then()
                .statusCode(422);
        step(ben, session, step, "{").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "start", "completion", "no-show", "proposal/acceptance"})
    void isHiddenFromEverybodyElse(String step) {
        var session = asked(ana, ben, "10:00");

        step(seed.person("Cas"), session, step).then().statusCode(404).body("type", is("/problems/no-such-session"));
        step(ana, "nothing", step).then().statusCode(404);
        anonymous()
                .put("/api/mentoring/sessions/%s/%s".formatted(session, step))
                .then()
                .statusCode(401);
    }

    private void travelTo(Instant time) {
        clock.reset();
        clock.pass(Duration.between(Instant.now(), time));
    }

    private List<String> events() {
        return sql.list(String.class, "SELECT replace(type, 'mentoring.session.', '') FROM internal.event ORDER BY id");
    }
}
