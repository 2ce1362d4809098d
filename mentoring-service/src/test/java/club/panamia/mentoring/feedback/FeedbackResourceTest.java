package club.panamia.mentoring.feedback;

import static club.panamia.mentoring.Asking.agreed;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.mentoring.Offering;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class FeedbackResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private Person ben;
    private String session;

    @BeforeEach
    void aSessionThatWasHeld() {
        ana = seed.person("Ana");
        ben = Offering.mentor("Ben");
        session = agreed(ana, ben, "10:00");
        sql.run("UPDATE mentor_sessions SET status = 'completed', completed_at = now()");
    }

    @Test
    void isGivenByEachSideAndReadAfterOnesOwn() {
        give(ana, "{\"rating\": 5, \"comment\": \"Patient.\"}")
                .then()
                .statusCode(201)
                .body("mine.rating", is(5))
                .body("$", not(hasKey("theirs")));
        as(ben).get(path()).then().statusCode(200).body("$", not(hasKey("theirs")));

        give(ben, "{\"rating\": 4}").then().statusCode(201).body("theirs.comment", is("Patient."));
        as(ana).get(path()).then().body("theirs.rating", is(4)).body("mine.comment", is("Patient."));
    }

    @Test
    void isGivenOnce() {
        var answers = Race.of(6, i -> () -> give(ana, "{\"rating\": 3}").statusCode());

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(5);
        give(ana, "{\"rating\": 1}").then().statusCode(409).body("type", endsWith("feedback-given"));
    }

    @Test
    void isAboutSessionsThatWereHeld() {
        sql.run("UPDATE mentor_sessions SET status = 'scheduled'");

        give(ana, "{\"rating\": 3}").then().statusCode(409).body("type", endsWith("session-in-wrong-state"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rating\": 0}",
                "{\"rating\": 6}",
                "{\"rating\": 3.7}",
                "{\"rating\": \"good\"}",
                "{\"rating\": 3, \"stars\": 3}"
            })
    void refusesWhatIsNoOpinion(String body) {
        give(ana, body).then().statusCode(422);
    }

    @Test
    void isBetweenTheTwo() {
        give(seed.person("Cas"), "{\"rating\": 1}").then().statusCode(404);
        give(seed.withRole("Moe", "mentoringModerator"), "{\"rating\": 1}")
                .then()
                .statusCode(403);
        anonymous().get(path()).then().statusCode(401);
        assertThat(sql.list(String.class, "SELECT id FROM internal.session_feedback"))
                .isEmpty();
    }

    private Response give(Person person, String body) {
        return as(person).contentType("application/json").body(body).post(path());
    }

    private String path() {
        return "/api/mentoring/sessions/" + session + "/feedback";
    }
}
