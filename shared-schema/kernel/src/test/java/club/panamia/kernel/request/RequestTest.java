package club.panamia.kernel.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.testing.http.Callers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestTest {

    private static final String FOREIGN = "https://evil.example";

    @Test
    void letsAPageOfAnAllowedOriginReadTheAnswer() {
        given().header("Origin", Callers.PUBLIC_URL)
                .get("/parcels/whoami")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is(Callers.PUBLIC_URL))
                .header("Access-Control-Allow-Credentials", is("true"))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Vary", is("Origin"));
    }

    @Test
    void answersTheQuestionAheadForAnAllowedOriginOnly() {
        given().header("Origin", Callers.PUBLIC_URL)
                .header("Access-Control-Request-Method", "PATCH")
                .options("/parcels")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
        given().header("Origin", FOREIGN)
                .header("Access-Control-Request-Method", "PATCH")
                .options("/parcels")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void saysNothingToAForeignOriginAndTellsCachesSo() {
        given().header("Origin", FOREIGN)
                .get("/parcels/whoami")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", is("Origin"));
    }

    @ParameterizedTest
    @CsvSource({"/parcels/whoami, 200", "/parcels/admin, 401", "/nothing/here, 404", "/parcels/broken, 500"})
    void makesBrowsersCarefulWhateverTheAnswer(String path, int status) {
        given().get(path)
                .then()
                .statusCode(status)
                .header("X-Content-Type-Options", is("nosniff"))
                .header("X-Frame-Options", is("DENY"))
                .header("Referrer-Policy", is("strict-origin-when-cross-origin"))
                .header("Permissions-Policy", containsString("geolocation=()"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Request-Id", matchesPattern("[a-z][a-z0-9]{23}"))
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void makesAnIdOfItsOwnForATraceThatIsNone() {
        given().header("traceparent", "00-short-b7ad6b7169203331-01")
                .get("/parcels/refused")
                .then()
                .header("X-Request-Id", matchesPattern("[a-z][a-z0-9]{23}"));
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "text/html", "application/xml", "application/octet-stream"})
    void takesADocumentAsJsonAlone(String type) {
        given().header("Content-Type", type)
                .body("{\"text\": \"hola\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/parcels/note")
                .then()
                .statusCode(415)
                .body("type", is("/problems/unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/json;charset=utf-8", "application/merge-patch+json"})
    void takesJsonByAllItsNames(String type) {
        given().header("Content-Type", type)
                .body("{\"text\": \"hola\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/parcels/note")
                .then()
                .statusCode(200)
                .body(is("hola"));
    }
}
