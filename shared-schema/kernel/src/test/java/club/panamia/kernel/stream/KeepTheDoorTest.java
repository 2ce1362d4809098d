package club.panamia.kernel.stream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import club.panamia.testing.http.Callers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeepTheDoorTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @Inject
    Doorway doorway;

    /** Whoever is let in finds that there is no such stream; the filter alone is looked at. */
    @Test
    void sendsThoseAwayForWhomItIsTooCrowdedSoThatABrowserOfAnAllowedOriginComesAgain() {
        given().get("/parcels/stream").then().statusCode(404);
        doorway.enter(Instant.now().plus(A_WHILE));

        given().header("Origin", Callers.PUBLIC_URL)
                .get("/parcels/stream")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-store")
                .header("Access-Control-Allow-Origin", Callers.PUBLIC_URL)
                .body(matchesPattern(": many come at once\nretry: [0-9]{4,5}\n\n"));
        given().get("/parcels/whoami").then().statusCode(200).body(is("nobody"));
        given().post("/parcels/stream").then().statusCode(404);
    }
}
