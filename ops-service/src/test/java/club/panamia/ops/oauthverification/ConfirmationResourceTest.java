package club.panamia.ops.oauthverification;

import static club.panamia.ops.oauthverification.Begun.PAGE;
import static club.panamia.ops.oauthverification.Begun.inBrowser;
import static club.panamia.ops.oauthverification.Begun.press;
import static club.panamia.testing.http.Callers.anonymous;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ConfirmationResourceTest {

    private static final String TOKEN = "T".repeat(43);
    private static final String BROWSER = "B".repeat(43);

    @Inject
    Begun begun;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void namesTheProviderAndTheAccountAndChangesNothing() {
        begun.signIn("1", TOKEN, BROWSER);

        var page = inBrowser(BROWSER).get(PAGE + "?token=" + TOKEN);

        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("Wikimedia"))
                .body(containsString("Ana &lt;b&gt;"))
                .body(containsString("ana@example.org"))
                .body(containsString("method=\"post\""));
        assertThat(confirmed()).isZero();
    }

    @Test
    void speaksTheLanguageInWhichTheSignInBegan() {
        begun.signIn("1", TOKEN, BROWSER);
        sql.run("UPDATE o_auth_verifications SET locale = 'es'");

        inBrowser(BROWSER)
                .get(PAGE + "?token=" + TOKEN)
                .then()
                .body(containsString("¿Eres tú?"), containsString("lang=\"es\""));
    }

    @Test
    void confirmsByTheButtonAndSendsTheBrowserOnToFinish() {
        begun.signIn("1", TOKEN, BROWSER);

        var answer = press(inBrowser(BROWSER), TOKEN);

        answer.then().statusCode(303).header("Location", containsString("/login/verification"));
        assertThat(confirmed()).isOne();
        assertThat(sql.one(Boolean.class, """
                        SELECT expires_at BETWEEN now() + interval '29 minutes' AND now() + interval '30 minutes'
                          FROM o_auth_verifications""")).isTrue();
    }

    @Test
    void confirmsOnceHoweverOftenItIsPressed() {
        begun.signIn("1", TOKEN, BROWSER);

        var answers = Race.of(10, i -> () -> press(inBrowser(BROWSER), TOKEN).statusCode());

        assertThat(answers).containsOnly(303);
        var before = sql.one(String.class, "SELECT concat(confirmed_at, expires_at) FROM o_auth_verifications");
        press(inBrowser(BROWSER), TOKEN).then().statusCode(303);
        assertThat(sql.one(String.class, "SELECT concat(confirmed_at, expires_at) FROM o_auth_verifications"))
                .isEqualTo(before);
    }

    @Test
    void givesAnotherBrowserOneNeutralAnswer() {
        begun.signIn("1", TOKEN, BROWSER);
        begun.signIn("2", "U".repeat(43), "C".repeat(43));

        var without = press(anonymous().redirects().follow(false), TOKEN);
        var foreign = press(inBrowser("C".repeat(43)), TOKEN);
        var unknown = press(inBrowser(BROWSER), "X".repeat(43));
        var nothing = inBrowser(BROWSER).contentType(ContentType.URLENC).post(PAGE);
        sql.run("UPDATE o_auth_verifications SET expires_at = now() - interval '1 second'");
        var late = press(inBrowser(BROWSER), TOKEN);

        for (var answer : new io.restassured.response.Response[] {without, foreign, unknown, nothing, late}) {
            answer.then().statusCode(410).body(not(containsString("ana@example.org")));
            assertThat(answer.asString()).isEqualTo(without.asString());
        }
        assertThat(confirmed()).isZero();
    }

    @Test
    void showsAScannerNothingAndNoButton() {
        begun.signIn("1", TOKEN, BROWSER);

        given().get(PAGE + "?token=" + TOKEN)
                .then()
                .statusCode(410)
                .body(not(containsString("ana@example.org")), not(containsString("<form")));
        given().head(PAGE + "?token=" + TOKEN).then().statusCode(410);
        given().get(PAGE).then().statusCode(410);

        assertThat(confirmed()).isZero();
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        begun.signIn("1", TOKEN, BROWSER);

        press(given().cookie("pana.verification", BROWSER), TOKEN).then().statusCode(403);
        press(given().cookie("pana.verification", BROWSER).header("Origin", "https://evil.example"), TOKEN)
                .then()
                .statusCode(403);

        assertThat(confirmed()).isZero();
    }

    @Test
    void countsTriesPerClient() {
        for (var i = 0; i < 30; i++) {
            press(inBrowser(BROWSER), "X".repeat(43)).then().statusCode(410);
        }

        press(inBrowser(BROWSER), "X".repeat(43)).then().statusCode(429);
    }

    private long confirmed() {
        return sql.one(Long.class, "SELECT count(*) FROM o_auth_verifications WHERE confirmed_at IS NOT NULL");
    }
}
