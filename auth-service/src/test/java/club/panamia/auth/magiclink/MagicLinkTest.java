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
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
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
    SentMail mail;

    private final Visitor ana = new Visitor();
    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void signsANewPersonInByOneTapInTheBrowserThatAsked() {
        ana.ask(" Ana@Example.org ").then().statusCode(202);
        var page = ana.openLink(mail.newest());
        page.then().statusCode(200).body(containsString("ana@example.org"));

        var answer = ana.confirm(mail.newest());

        answer.then().statusCode(303).header("Location", "/account");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
                .doesNotContain("Secure");
        withToken(answer.getCookie(COOKIE))
                .get("/api/auth/session")
                .then()
                .statusCode(200)
                .body("user.email", is("ana@example.org"))
                .body("user.isAdmin", is(false));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("auth.user.registered");
        assertThat(sql.one(String.class, "SELECT issued_by FROM sessions")).isEqualTo("pana_auth");
        assertThat(ana.cookies).doesNotContainKey(Visitor.PENDING).containsKey(Visitor.KNOWN);
    }

    @Test
    void notesTheBrowserThatAskedByAShortLivedCookie() {
        var answer = ana.ask("ana@example.org");

        assertThat(answer.headers().getValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("pana\\.pending-login=[A-Za-z0-9_-]{43}; .*")
                .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=3600")
                .doesNotContain("Domain");
    }

    @Test
    void keepsTokenCodeAndCookieOnlyAsHashes() {
        ana.ask("ana@example.org");
        var sent = mail.newest();

        assertThat(sent.token()).hasSize(43);
        assertThat(sent.code()).matches("[0-9]{6}");
        var row = sql.one(String.class, "SELECT verification_tokens::text FROM verification_tokens");
        assertThat(row).doesNotContain(sent.token(), sent.code() + ",", ana.cookies.get(Visitor.PENDING));
        assertThat(sql.one(String.class, "SELECT token FROM verification_tokens"))
                .matches("[0-9a-f]{64}");
        assertThat(sql.one(String.class, "SELECT code_hmac FROM verification_tokens"))
                .hasSize(43);
        assertThat(sql.one(String.class, "SELECT encode(params, 'escape') FROM internal.mail_outbox"))
                .doesNotContain(sent.token(), sent.code());
    }

    /** Auth.js: hex SHA-256 of token and secret, by which an app with the same secret deletes the row. */
    @Test
    void keepsARowThatAnAuthJsAppCouldConsume() {
        ana.ask("ana@example.org");
        var secret = "test-secret-of-more-than-32-characters";

        var deleted = sql.list(String.class, """
                DELETE FROM verification_tokens
                 WHERE identifier = 'ana@example.org' AND token = encode(sha256(convert_to('%s%s', 'UTF8')), 'hex')
                   AND expires > now()
                RETURNING identifier""".formatted(mail.newest().token(), secret));

        assertThat(deleted).containsExactly("ana@example.org");
        ana.confirm(mail.newest()).then().statusCode(410);
        ana.typeCode(mail.newest().code()).then().statusCode(422);
    }

    @Test
    void buildsTheLinkFromConfigurationAlone() {
        given().header("Origin", "http://localhost:8080")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "ana@example.org"))
                .post("/api/auth/magic-link")
                .then()
                .statusCode(202);

        assertThat(mail.newest().link())
                .matches("http://localhost:8080/login/confirm\\?token=[A-Za-z0-9_-]{43}")
                .doesNotContain("evil", "ana");
    }

    @Test
    void opensOneSessionForAHundredClicks() {
        ana.ask("ana@example.org");
        var sent = mail.newest();
        sql.run("DELETE FROM internal.rate_limit");

        var answers = Race.of(100, i -> () -> {
            sql.run("DELETE FROM internal.rate_limit");
            return new Visitor().confirm(sent, "ana@example.org").statusCode();
        });

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        assertThat(answers).allMatch(status -> status == 303 || status == 410 || status == 429 || status == 503);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
    }

    @Test
    void givesOneAnswerWhateverIsWrongWithALink() {
        ana.ask("ana@example.org");
        var used = mail.newest();
        ana.confirm(used).then().statusCode(303);
        ana.ask("ana@example.org");
        var old = mail.newest();
        sql.run(
                "UPDATE verification_tokens SET code_expires = now() - interval '1 s', expires = now() - interval '1 s'");
        ana.ask("bob@example.org");
        var foreign = mail.newest();

        var answers = List.of(
                ana.confirm(used),
                ana.confirm(old),
                new Visitor().confirm(foreign, "ana@example.org"),
                ana.submit("/login/confirm", Map.of("token", "x".repeat(43))),
                ana.submit("/login/confirm", Map.of()));

        assertThat(answers).extracting(answer -> answer.statusCode()).containsOnly(410);
        assertThat(answers.stream().map(answer -> answer.asString()).distinct()).hasSize(1);
        assertThat(List.of(ana.openLink(used), ana.openLink(old), ana.open("/login/confirm")))
                .extracting(answer -> answer.statusCode())
                .containsOnly(410);
    }

    @Test
    void leavesALockedPersonOutsideAndTheLinkUnused() {
        var person = seed.person("Ana");
        seed.lock(person);
        ana.ask(person.email());

        ana.confirm(mail.newest()).then().statusCode(403).body(containsString("locked"));
        ana.sendCode(mail.newest().code()).then().statusCode(403).body("type", is("/problems/account-locked"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isOne();
    }

    @Test
    void makesAListedAddressAnAdministratorOnceItIsProven() {
        sql.run("INSERT INTO users (email, email_verified) VALUES ('Ada@Example.org', now())");
        assertThat(sql.one(String.class, "SELECT role FROM users")).isEqualTo("user");

        ana.ask("ada@example.org");
        var session = ana.confirm(mail.newest()).getCookie(COOKIE);

        withToken(session).get("/api/auth/session").then().body("user.isAdmin", is(true));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
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
        var answer = ana.ask(email);

        // The last one is an address once its line break is trimmed away.
        assertThat(answer.statusCode()).isEqualTo(email.endsWith("\n") ? 202 : 422);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/x,/",
        "//evil.example,/",
        "/\\evil.example,/",
        "javascript:alert(1),/",
        "/p/ana?x=1,/p/ana?x=1",
        "https://app.example.org/pets,https://app.example.org/pets"
    })
    void goesOnlyToAPageOfOursOrOfAnAllowedOrigin(String wish, String reached) {
        ana.ask(Map.of("email", "ana@example.org", "callbackUrl", wish));

        ana.confirm(mail.newest()).then().statusCode(303).header("Location", reached);
    }
}
