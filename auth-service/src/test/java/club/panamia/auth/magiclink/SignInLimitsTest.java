package club.panamia.auth.magiclink;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SignInLimitsTest {

    @Inject
    SentMail mail;

    private final Visitor ana = new Visitor();
    private final Visitor stranger = new Visitor();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void countsRequestsPerAddressAndPerClient() {
        for (var i = 0; i < 5; i++) {
            stranger.ask("ana@example.org").then().statusCode(202);
        }

        var refused = stranger.ask("ANA@example.org");

        refused.then().statusCode(429).body("type", is("/problems/too-many-requests"));
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 3600);
        for (var i = 0; i < 14; i++) {
            stranger.ask("person" + i + "@example.org").then().statusCode(202);
        }
        stranger.ask("other@example.org").then().statusCode(429);
    }

    @Test
    void believesNoForgedClientAddress() {
        for (var i = 0; i < 25; i++) {
            given().header("Origin", Callers.PUBLIC_URL)
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .header("Forwarded", "for=203.0.113." + i)
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", "p" + i + "@example.org"))
                    .post("/api/auth/magic-link")
                    .then()
                    .statusCode(i < 20 ? 202 : 429);
        }
    }

    @Test
    void neverLocksOutABrowserThatSignedInToTheAccountBefore() {
        signIn(ana, "ana@example.org");
        for (var i = 0; i < 25; i++) {
            stranger.ask("ana@example.org");
            stranger.ask("other" + i + "@example.org");
        }
        stranger.ask("ana@example.org").then().statusCode(429);
        new Visitor().ask("ana@example.org").then().statusCode(429);

        for (var i = 0; i < 5; i++) {
            ana.ask("ana@example.org").then().statusCode(202);
        }

        ana.typeCode(mail.newest().code()).then().statusCode(303);
        ana.ask("ana@example.org").then().statusCode(429);
    }

    @Test
    void leavesAKnownBrowserItsCodesWhenStrangersHaveUsedThemUp() {
        signIn(ana, "ana@example.org");
        for (var i = 0; i < 2; i++) {
            stranger.ask("ana@example.org");
            tryFiveTimes(stranger);
        }
        stranger.ask("ana@example.org");
        stranger.typeCode("000000").then().statusCode(429);

        ana.ask("ana@example.org");
        ana.typeCode(mail.newest().code()).then().statusCode(303);
    }

    @Test
    void knowsABrowserForItsOwnAccountsOnly() {
        signIn(ana, "ana@example.org");
        for (var i = 0; i < 5; i++) {
            stranger.ask("bob@example.org").then().statusCode(202);
        }

        ana.ask("bob@example.org").then().statusCode(429);
        stranger.cookies.put(Visitor.KNOWN, forged(ana.cookies.get(Visitor.KNOWN)));
        for (var i = 0; i < 5; i++) {
            stranger.ask("ana@example.org");
        }
        stranger.ask("ana@example.org").then().statusCode(429);
    }

    @Test
    void remembersTheLastFiveAccountsOfABrowser() {
        for (var i = 0; i < 7; i++) {
            signIn(ana, "person" + i + "@example.org");
            sql.run("DELETE FROM internal.rate_limit");
        }

        assertThat(ana.cookies.get(Visitor.KNOWN)).matches("[A-Za-z0-9_-]{22}(\\.[A-Za-z0-9_-]{22}){5}");
        signIn(ana, "person6@example.org");
        assertThat(ana.cookies.get(Visitor.KNOWN)).hasSize(22 + 5 * 23);
    }

    private void signIn(Visitor visitor, String email) {
        visitor.ask(email).then().statusCode(202);
        visitor.confirm(mail.newest()).then().statusCode(303);
    }

    private void tryFiveTimes(Visitor visitor) {
        for (var i = 0; i < 5; i++) {
            visitor.typeCode("000000");
        }
    }

    /** Another browser's id before the marks of this one. */
    private static String forged(String cookie) {
        return "A".repeat(22) + cookie.substring(22);
    }
}
