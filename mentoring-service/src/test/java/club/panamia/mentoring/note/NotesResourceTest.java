package club.panamia.mentoring.note;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.mentoring.Asking.asked;
import static club.panamia.mentoring.Asking.at;
import static club.panamia.mentoring.Asking.step;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import club.panamia.mentoring.MovableClock;
import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class NotesResourceTest {

    private final Seed seed = new Seed();

    @Inject
    MovableClock clock;

    private Person ana;
    private Person ben;
    private String session;

    @BeforeEach
    void aSessionThatWasAgreedOn() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        session = agreed(ana, ben, "10:00");
    }

    @AfterEach
    void thePresent() {
        clock.reset();
    }

    @Test
    void areSharedByTheTwo() {
        write(ana, "notes", "Bring the glazes.\nAnd clay.")
                .then()
                .statusCode(200)
                .body("editable", is(true));

        as(ben).get(path("notes")).then().statusCode(200).body("content", is("Bring the glazes.\nAnd clay."));
    }

    @Test
    void areEverybodysOwnWherePrivate() {
        write(ana, "private-notes", "Ask about money.").then().statusCode(200);
        write(ana, "private-notes", "Ask about kilns.").then().statusCode(200);

        as(ana).get(path("private-notes")).then().body("content", is("Ask about kilns."));
        as(ben).get(path("private-notes")).then().statusCode(200).body("content", is(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "private-notes"})
    void overwriteNothingUnseen(String kind) {
        var seen = as(ana).get(path(kind)).header("ETag");

        var answers = Race.of(6, i -> () -> write(ana, kind, seen, "Draft " + i).statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 412)).isEqualTo(5);
        as(ana).contentType("application/json")
                .body("{\"content\": \"x\"}")
                .put(path(kind))
                .then()
                .statusCode(428);
    }

    @Test
    void areNotMadeStaleByWhatHappensToTheSession() {
        var seen = as(ana).get(path("notes")).header("ETag");
        step(ana, session, "proposal", "{\"startsAt\": \"%s\"}".formatted(at("19:00")))
                .then()
                .statusCode(200);

        write(ana, "notes", seen, "Still fine.").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "private-notes"})
    void areReadOnlyThirtyDaysAfterTheEnd(String kind) {
        write(ana, kind, "Kilns.").then().statusCode(200);
        clock.pass(Duration.ofDays(34));

        as(seed.person("Cas")).get(path(kind)).then().statusCode(404);
        var answer = as(ana).get(path(kind))
                .then()
                .statusCode(200)
                .body("editable", is(false))
                .extract();
        assertThat(answer.<String>path("content")).isEqualTo("Kilns.");
        write(ana, kind, "Later.").then().statusCode(409).body("type", endsWith("notes-closed"));
    }

    @Test
    void areClosedBeforeASessionIsAgreedOnAndAfterItIsCalledOff() {
        var waiting = asked(ana, ben, "12:00");
        step(ana, session, "cancellation", "{\"reason\": \"Ill\"}").then().statusCode(200);

        write(ana, "notes", "x").then().statusCode(409).body("type", endsWith("notes-closed"));
        session = waiting;
        write(ana, "notes", "x").then().statusCode(409);
    }

    @Test
    void haveFiveThousandCharacters() {
        write(ana, "notes", "x".repeat(5000)).then().statusCode(200);
        write(ana, "notes", "x".repeat(5001)).then().statusCode(422).body("errors[0].path", is("/content"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "private-notes"})
    void areNobodyElses(String kind) {
        var moe = seed.withRole("Moe", "mentoringModerator");

        as(moe).get(path(kind)).then().statusCode(403).body("type", endsWith("not-your-part-in-session"));
        as(seed.person("Cas")).get(path(kind)).then().statusCode(404);
        write(moe, kind, "\"*\"", "x").then().statusCode(403);
        anonymous().get(path(kind)).then().statusCode(401);
    }

    private Response write(Person person, String kind, String text) {
        return write(person, kind, as(person).get(path(kind)).header("ETag"), text);
    }

    private Response write(Person person, String kind, String tag, String text) {
        return as(person)
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"content\": \"%s\"}".formatted(text.replace("\n", "\\n")))
                .put(path(kind));
    }

    private String path(String kind) {
        return "/api/mentoring/sessions/%s/%s".formatted(session, kind);
    }
}
