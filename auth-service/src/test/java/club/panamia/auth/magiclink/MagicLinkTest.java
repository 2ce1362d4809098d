package club.panamia.auth.magiclink;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MagicLinkTest {

    @Inject
    SignIn signIn;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void signsANewPersonIn() {
        signIn.ask(" Ana@Example.org ").then().statusCode(202);
        var link = signIn.newestLink(sql);

        var answer = signIn.confirm(link);

        answer.then().statusCode(303).header("Location", "/account");
        assertThat(answer.getHeader("Set-Cookie"))
                .contains("authjs.session-token=", "HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
                .doesNotContain("Secure");
        withToken(answer.getCookie(COOKIE))
                .get("/api/auth/session")
                .then()
                .statusCode(200)
                .body("user.email", is("ana@example.org"))
                .body("user.isAdmin", is(false));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("auth.user.registered");
        assertThat(sql.one(String.class, "SELECT issued_by FROM sessions")).isEqualTo("pana_auth");
    }

    @Test
    void keepsTheTokenOnlyAsAHash() {
        signIn.ask("ana@example.org");
        var token = signIn.newestLink(sql).get("token");

        assertThat(token).hasSize(43);
        assertThat(sql.one(String.class, "SELECT token FROM verification_tokens"))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(token);
        assertThat(sql.one(String.class, "SELECT encode(params, 'escape') FROM internal.mail_outbox"))
                .doesNotContain(token);
    }

    @Test
    void answersKnownAndUnknownAddressesAlike() {
        seed.person("Ana");

        var known = signIn.ask("ana@example.org");
        var unknown = signIn.ask("nobody@example.org");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(202);
        assertThat(known.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void changesNothingWhenAScannerReadsTheLink() {
        signIn.ask("ana@example.org");
        var link = signIn.newestLink(sql);

        for (var i = 0; i < 20; i++) {
            var page = signIn.open(link);
            page.then().statusCode(200).body(containsString("ana@example.org")).header("Cache-Control", "no-store");
            assertThat(page.getHeader("Set-Cookie")).isNull();
            given().queryParams(link).head("/login/confirm").then().statusCode(200);
        }

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        signIn.confirm(link).then().statusCode(303);
    }

    @Test
    void showsItsPageUnderOnePolicyThatAllowsItsOwnStyle() {
        var page = signIn.open(Map.of("token", "t", "email", "ana@example.org"));

        assertThat(page.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("style-src 'self'");
        assertThat(page.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        given().get("/login/page.css").then().statusCode(200);
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        signIn.ask("ana@example.org");
        var link = signIn.newestLink(sql);

        given().contentType(ContentType.URLENC)
                .formParams(link)
                .post("/login/confirm")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .contentType(ContentType.URLENC)
                .formParams(link)
                .post("/login/confirm")
                .then()
                .statusCode(403);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isOne();
    }

    @Test
    void opensOneSessionForAHundredClicks() {
        signIn.ask("ana@example.org");
        var link = signIn.newestLink(sql);
        sql.run("DELETE FROM internal.rate_limit");

        var answers = Race.of(100, i -> () -> {
            sql.run("DELETE FROM internal.rate_limit");
            return signIn.confirm(link).statusCode();
        });

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(answers).allMatch(status -> status == 303 || status == 410 || status == 429 || status == 503);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
    }

    @Test
    void opensOnceAndOnlyForADay() {
        signIn.ask("ana@example.org");
        var link = signIn.newestLink(sql);
        signIn.confirm(link).then().statusCode(303);
        signIn.confirm(link).then().statusCode(410).body(containsString("does not open any more"));

        signIn.ask("ana@example.org");
        var old = signIn.newestLink(sql);
        sql.run("UPDATE verification_tokens SET expires = now() - interval '1 second'");
        signIn.confirm(old).then().statusCode(410);
    }

    @Test
    void bindsTheTokenToItsAddress() {
        signIn.ask("ana@example.org");
        var link = new HashMap<>(signIn.newestLink(sql));
        link.put("email", "ada@example.org");

        signIn.confirm(link).then().statusCode(410);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void leavesALockedPersonOutsideAndTheLinkUnused() {
        var ana = seed.person("Ana");
        seed.lock(ana);
        signIn.ask(ana.email());

        signIn.confirm(signIn.newestLink(sql)).then().statusCode(403).body(containsString("locked"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isOne();
    }

    @Test
    void makesAListedAddressAnAdministratorOnceItIsProven() {
        sql.run("INSERT INTO users (email, email_verified) VALUES ('Ada@Example.org', now())");
        assertThat(sql.one(String.class, "SELECT role FROM users")).isEqualTo("user");

        signIn.ask("ada@example.org");
        var session = signIn.confirm(signIn.newestLink(sql)).getCookie(COOKIE);

        withToken(session).get("/api/auth/session").then().body("user.isAdmin", is(true));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
    }

    @Test
    void countsRequestsPerAddressAndPerClient() {
        for (var i = 0; i < 5; i++) {
            signIn.ask("ana@example.org").then().statusCode(202);
        }

        var refused = signIn.ask("ANA@example.org");

        refused.then().statusCode(429).body("type", is("/problems/too-many-requests"));
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 3600);
        for (var i = 0; i < 14; i++) {
            signIn.ask("person" + i + "@example.org").then().statusCode(202);
        }
        signIn.ask("other@example.org").then().statusCode(429);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "a b@example.org",
                "ana@exa mple.org",
                "a@b.c,d@e.fg",
                "ana@@example.org",
                "ana@example.org\n"
            })
    void refusesWhatIsNoAddress(String email) {
        var answer = signIn.ask(email);

        // The last one is an address once its line break is trimmed away.
        assertThat(answer.statusCode()).isEqualTo(email.endsWith("\n") ? 202 : 422);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/x,/",
        "//evil.example,/",
        "/\\evil.example,/",
        "javascript:alert(1),/",
        "/p/ana?x=1,/p/ana?x=1"
    })
    void goesOnlyToAPathOfOurs(String wish, String reached) {
        signIn.ask("ana@example.org");
        var link = new HashMap<>(signIn.newestLink(sql));
        link.put("to", wish);

        signIn.confirm(link).then().statusCode(303).header("Location", reached);
    }
}
