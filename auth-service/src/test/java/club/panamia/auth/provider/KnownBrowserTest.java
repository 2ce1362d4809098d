package club.panamia.auth.provider;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class KnownBrowserTest {

    private static final String KNOWN = "pana.known-browser";

    /** By the address of the account here, whatever the provider says the address is now. */
    @Test
    void leavesAMarkByWhichStrangersCannotLockThePersonOut() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        new TestBrowser().signIn("real", "a1 ana@example.org true Ana");
        var known = new TestBrowser();
        known.signIn("real", "a1 other@example.org false Ana");
        for (var i = 0; i < 5; i++) {
            askForLink("").then().statusCode(202);
        }

        askForLink("").then().statusCode(429);
        askForLink(known.cookie(KNOWN)).then().statusCode(202);
    }

    private static Response askForLink(String knownBrowser) {
        return given().header("Origin", Callers.PUBLIC_URL)
                .cookie(KNOWN, knownBrowser)
                .contentType(ContentType.JSON)
                .body(Map.of("email", "ana@example.org"))
                .post("/api/auth/magic-link");
    }
}
