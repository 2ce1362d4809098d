package club.panamia.profile.geocode;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.secret.Sha256;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite under test has no geocoder, as an installation has none at first; what was remembered is still known. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class GeocodeResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void someAnswersAreRemembered() {
        ana = new Seed().person("Ana");
        remember("8 calle ocho, miami, fl, 33135, us", "25.7655", "-80.219");
        remember("atlantis", null, null);
    }

    @Test
    void findsAnAddressHoweverItIsTyped() {
        find(ana, """
            {"line1": " 8  Calle Ocho", "locality": "MIAMI", "region": "FL", "postalCode": "33135", "country": "us"}""").statusCode(200).body("lat", is(25.7655f)).body("lng", is(-80.219f));
    }

    @Test
    void saysThatThereIsNoSuchPlace() {
        find(ana, "{\"locality\": \"Atlantis\"}").statusCode(404).body("type", is("/problems/no-such-place"));
    }

    @Test
    void saysThatNobodyIsAsked() {
        find(ana, "{\"locality\": \"Hialeah\"}").statusCode(404).body("type", is("/problems/no-geocoder"));
    }

    @Test
    void isForPeopleWhoAreSignedIn() {
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"locality\": \"Atlantis\"}")
                .post("/api/profiles/geocode")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | 422 | /locality",
                "{\"locality\": \"  \"}          | 422 | /locality",
                "{\"country\": \"USA\"}          | 422 | /country",
                "{\"locality\": \"a\\u0007b\"}   | 422 | /locality",
                "{\"planet\": \"Mars\"}          | 422 | /planet",
                "{\"locality\": {}}              | 422 | /locality"
            })
    void refusesWhatIsNoAddress(String body, int status, String path) {
        find(ana, body).statusCode(status).body("errors[0].path", is(path));
    }

    @Test
    void countsQuestions() {
        for (var i = 0; i < 30; i++) {
            find(ana, "{\"locality\": \"Atlantis\"}").statusCode(404);
        }

        find(ana, "{\"locality\": \"Atlantis\"}").statusCode(429);
    }

    private void remember(String question, String lat, String lng) {
        sql.run(
                "INSERT INTO internal.geocode (question, lat, lng, expires_at) VALUES (?, ?::numeric, ?::numeric,"
                        + " now() + interval '1 day')",
                Sha256.hex(question),
                lat,
                lng);
    }

    private static ValidatableResponse find(Person person, String body) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/profiles/geocode")
                .then();
    }
}
