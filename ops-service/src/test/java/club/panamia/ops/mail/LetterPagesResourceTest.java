package club.panamia.ops.mail;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LetterPagesResourceTest {

    private static final String PATH = "/ops/letters";

    private final Seed seed = new Seed();
    private Person ada;

    @BeforeEach
    void admin() {
        ada = seed.admin("Ada");
    }

    @Test
    void leadsToEachLetterInTheLanguagesThatItHas() {
        as(ada).get(PATH)
                .then()
                .statusCode(200)
                .body(containsString("/ops/letters/sign-in/en"), containsString("/ops/letters/sign-in/es"))
                .body(not(containsString("/ops/letters/staff-profile-submitted/es")));
    }

    @Test
    void showsALetterAsItsReadersSeeItAndNothingElseFromIt() {
        as(ada).get(PATH + "/sign-in/es")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .body(containsString("042042"), containsString("<html lang=\"es\">"));
    }

    @Test
    void refusesWhatThereIsNot() {
        as(ada).get(PATH + "/no-such-thing/en").then().statusCode(404);
        as(ada).get(PATH + "/sign-in/ht").then().statusCode(422);
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        anonymous().get(PATH + "/sign-in/en").then().statusCode(401);
    }
}
