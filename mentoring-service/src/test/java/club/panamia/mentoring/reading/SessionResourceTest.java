package club.panamia.mentoring.reading;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionResourceTest {

    private static final String SESSION = "/api/mentoring/sessions/";

    private final Seed seed = new Seed();

    @Test
    void showsBothPeopleTheSameSessionFromTheirSide() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var glazes = Booked.session(ana, ben, "Glazes", "2026-03-01T15:00Z");

        as(ana).get(SESSION + glazes)
                .then()
                .statusCode(200)
                .body("sessionId", is(glazes))
                .body("role", is("mentor"))
                .body("counterpart.screenname", is("Ben"))
                .body("notes", is("Bring the books."))
                .body("mentorTimezone", is("America/New_York"));
        as(ben).get(SESSION + glazes)
                .then()
                .statusCode(200)
                .body("role", is("mentee"))
                .body("counterpart.screenname", is("Ana"));
    }

    @Test
    void tellsHowItEnded() {
        var ana = seed.person("Ana");
        var glazes = Booked.session(ana, seed.person("Ben"), "Glazes", "2026-03-01T15:00Z");
        Booked.become(
                glazes,
                "status = 'cancelled', cancelled_at = '2026-02-01T10:00Z', cancelled_role = 'mentee', cancel_reason ="
                        + " 'Ill'");

        as(ana).get(SESSION + glazes)
                .then()
                .statusCode(200)
                .body("status", is("cancelled"))
                .body("cancelledAt", is("2026-02-01T10:00:00Z"))
                .body("cancelledRole", is("mentee"))
                .body("cancelReason", is("Ill"));
    }

    @Test
    void showsNoAddress() {
        var ana = seed.person("Ana");
        var glazes = Booked.session(ana, seed.person("Ben"), "Glazes", "2026-03-01T15:00Z");

        var answer =
                as(ana).get(SESSION + glazes).then().statusCode(200).extract().asString();

        assertThat(answer).contains("Glazes").doesNotContain("@", "email");
    }

    @Test
    void isHiddenFromEverybodyElseButModerators() {
        var glazes = Booked.session(seed.person("Ana"), seed.person("Ben"), "Glazes", "2026-03-01T15:00Z");

        as(seed.person("Cas"))
                .get(SESSION + glazes)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/no-such-session"));
        as(seed.admin("Ada")).get(SESSION + glazes).then().statusCode(200).body("role", is("moderator"));
        as(seed.person("Dee")).get(SESSION + "nothing").then().statusCode(404);
        anonymous().get(SESSION + glazes).then().statusCode(401);
    }
}
