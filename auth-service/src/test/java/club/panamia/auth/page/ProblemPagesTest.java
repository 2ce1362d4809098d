package club.panamia.auth.page;

import static club.panamia.testing.http.Callers.anonymous;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProblemPagesTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void tellInAPageWhatTheFrameworkRefuses() {
        isPage(anonymous()
                        .contentType(ContentType.TEXT)
                        .header("Accept", "text/html,application/xhtml+xml;q=0.9")
                        .header("Accept-Language", "es")
                        .body("token=x")
                        .post("/login/confirm")
                        .then()
                        .statusCode(415))
                .body(containsString("<html lang=\"es\">"));
    }

    @Test
    void tellInAPageThatSomethingBrokeAndNotWhat() {
        sql.run("ALTER TABLE verification_tokens RENAME TO verification_tokens_away");
        try {
            isPage(anonymous().get("/login/confirm?token=x").then().statusCode(500))
                    .body(not(containsString("verification_tokens")));
        } finally {
            sql.run("ALTER TABLE verification_tokens_away RENAME TO verification_tokens");
        }
    }

    @Test
    void tellInAPageThatAFormCameFromElsewhere() {
        var ana = new Seed().person("Ana");

        isPage(given().cookie(Callers.COOKIE, ana.sessionToken())
                        .header("Accept", "text/html")
                        .header("Origin", "https://evil.example")
                        .post("/account/security/other-sessions/end")
                        .then()
                        .statusCode(403))
                .body(containsString("This did not come from one of our pages"));
    }

    @Test
    void leaveProblemDocumentsToThoseWhoAskedForData() {
        anonymous()
                .get("/api/auth/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", is("/problems/not-signed-in"));
    }

    private static ValidatableResponse isPage(ValidatableResponse answer) {
        return answer.contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", is("no-store"))
                .body(containsString("<h1>"))
                .body(not(containsString("{\"type\"")));
    }
}
