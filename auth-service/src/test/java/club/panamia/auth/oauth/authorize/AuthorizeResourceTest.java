package club.panamia.auth.oauth.authorize;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.auth.oauth.Claims;
import club.panamia.auth.oauth.Program;
import club.panamia.auth.token.ReadyKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AuthorizeResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void keysAreReady() {
        ReadyKeys.await();
    }

    @Test
    void givesOneOfOurOwnACodeWithoutAQuestion() {
        var app = Program.open("app").firstParty();
        var ana = seed.person("Ana");

        var answer = visit(as(ana), app.wish());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Location"))
                .startsWith(Program.REDIRECT + "&code=")
                .endsWith("&state=st%26te%201&iss=http%3A%2F%2Flocalhost%3A8080");
        var claims = Claims.of(app.redeem(code(answer)), "app");
        assertThat(claims)
                .containsEntry("sub", ana.id())
                .containsEntry("client_id", "app")
                .containsEntry("scope", "orders")
                .containsEntry("screenname", "Ana");
        assertThat(sql.one(String.class, "SELECT code_hash FROM internal.oauth_code"))
                .isNotEqualTo(code(answer));
    }

    @Test
    void asksOnceOnAStrangersBehalf() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");

        visit(as(ana), shop.wish())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", endsWith(" https://shop.example"))
                .header("X-Frame-Options", is("DENY"))
                .body(allOf(containsString("The shop wants to know who you are"), containsString("orders")))
                .body(not(containsString(ana.email())));
        var allowed = decide(as(ana), shop.wish(), "allow");

        assertThat(allowed.statusCode()).isEqualTo(303);
        shop.redeem(code(allowed)).then().statusCode(200);
        assertThat(visit(as(ana), shop.wish()).statusCode()).isEqualTo(303);
        var more = new HashMap<>(shop.wish());
        more.put("scope", "orders stock");
        assertThat(visit(as(ana), more).statusCode()).isEqualTo(200);
        assertThat(visit(as(seed.person("Beto")), shop.wish()).statusCode()).isEqualTo(200);
    }

    @Test
    void asksInTheReadersLanguage() {
        var shop = Program.confidential("shop");

        visit(as(seed.person("Ana")).header("Accept-Language", "es-US"), shop.wish())
                .then()
                .statusCode(200)
                .body(containsString("The shop quiere saber quién eres"));
    }

    @Test
    void tellsTheProgramThatThePersonSaidNo() {
        var shop = Program.confidential("shop");

        var denied = decide(as(seed.person("Ana")), shop.wish(), "deny");

        assertThat(denied.statusCode()).isEqualTo(303);
        assertThat(denied.header("Location"))
                .startsWith(Program.REDIRECT + "&error=access_denied")
                .contains("&state=st%26te%201");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_consent"))
                .isZero();
    }

    @Test
    void takesAnAnswerFromOurOwnPageOnly() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");

        var foreign = decide(
                given().cookie("authjs.session-token", ana.sessionToken()).header("Origin", "https://evil.example"),
                shop.wish(),
                "allow");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_code"))
                .isZero();
    }

    @Test
    void sendsWhoeverIsNotSignedInToSignInFirstAndBack() {
        var shop = Program.confidential("shop");

        var answer = visit(anonymous(), shop.wish());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/signin?callbackUrl=%2Foauth%2Fauthorize%3F");
        var back = URLDecoder.decode(answer.header("Location").split("callbackUrl=")[1], StandardCharsets.UTF_8);
        given().cookie("authjs.session-token", seed.person("Ana").sessionToken())
                .urlEncodingEnabled(false)
                .get(back)
                .then()
                .statusCode(200)
                .body(containsString("The shop wants to know who you are"));
        assertThat(decide(anonymous(), shop.wish(), "allow").header("Location")).contains("/signin?callbackUrl=");
    }

    @Test
    void neverSendsAnybodyToAnAddressThatIsNotRegistered() {
        var shop = Program.confidential("shop");
        Program.confidential("gone").disabled();
        var ana = seed.person("Ana");

        for (var address : new String[] {
            "https://evil.example",
            "https://shop.example/done",
            Program.REDIRECT + "&x=1",
            "https://shop.example.evil/done?from=pana",
            ""
        }) {
            notGoing(visit(as(ana), changed(shop.wish(), "redirect_uri", address)));
        }
        notGoing(visit(as(ana), changed(shop.wish(), "client_id", "nobody")));
        notGoing(visit(as(ana), changed(shop.wish(), "client_id", "gone")));
        notGoing(visit(as(ana), changed(shop.wish(), "client_id", "")));
    }

    @Test
    void tellsTheProgramWhatIsWrongWithItsWish() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");

        for (var wrong : Map.of(
                        "response_type=token", "unsupported_response_type",
                        "response_type=", "invalid_request",
                        "scope=admin", "invalid_scope",
                        "code_challenge_method=plain", "invalid_request",
                        "code_challenge=short", "invalid_request",
                        "code_challenge=", "invalid_request")
                .entrySet()) {
            var change = wrong.getKey().split("=", 2);
            var answer = visit(as(ana), changed(shop.wish(), change[0], change[1]));

            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(303);
            assertThat(answer.header("Location"))
                    .as(wrong.getKey())
                    .startsWith(Program.REDIRECT + "&error=" + wrong.getValue() + "&");
        }
        var exchanger = Program.confidential("exchanger").registeredFor("token_exchange");
        notGoing(visit(as(ana), exchanger.wish()));
    }

    @Test
    void forgetsConsentsWithThePerson() {
        var shop = Program.confidential("shop");
        var ana = seed.person("Ana");
        decide(as(ana), shop.wish(), "allow");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_consent"))
                .isOne();

        sql.run(
                "UPDATE users SET scrubbed_at = now(), email = NULL, email_verified = NULL, email_proven_at = NULL, screenname = NULL, name = NULL WHERE id = ?",
                ana.id());

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_consent"))
                .isZero();
    }

    private static Response visit(RequestSpecification browser, Map<String, String> wish) {
        return browser.redirects().follow(false).queryParams(wish).get("/oauth/authorize");
    }

    private static Response decide(RequestSpecification browser, Map<String, String> wish, String decision) {
        return browser.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParams(wish)
                .formParam("decision", decision)
                .post("/oauth/authorize");
    }

    private static Map<String, String> changed(Map<String, String> wish, String parameter, String value) {
        var changed = new HashMap<>(wish);
        changed.put(parameter, value);
        return changed;
    }

    private static String code(Response answer) {
        return answer.header("Location").replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static void notGoing(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.contentType()).startsWith("text/html");
    }
}
