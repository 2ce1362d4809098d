package club.panamia.auth.security;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SecurityResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;
    private String phone;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
        phone = seed.session(ana.id(), "sidecar_shop", Duration.ofDays(1));
        sql.run(
                "UPDATE sessions SET user_agent = 'Mozilla/5.0 (iPhone) Safari/604.1', ip_address = '203.0.113.7'"
                        + " WHERE session_token = ?",
                phone);
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by)"
                        + " VALUES (?, 'oauth', 'discord', '7', 'pana_auth'), (?, 'oidc', '<b>shop</b>', '8', 'sidecar_shop')",
                ana.id(),
                ana.id());
        sql.run(
                "INSERT INTO internal.security_event (actor_id, subject_id, action) VALUES ('an-admin', ?, 'record-read')",
                ana.id());
    }

    @Test
    void showsSessionsAccountsAndEventsWithoutAScript() {
        as(ana).header("Accept-Language", "en")
                .get("/account/security")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("Safari on iPhone"))
                .body(containsString("203.0.113.0/24"))
                .body(containsString("Opened by the app shop"))
                .body(containsString("This browser"))
                .body(containsString("<strong>Discord</strong>"))
                .body(containsString("&lt;b&gt;shop&lt;/b&gt;"))
                .body(containsString("nobody signs in by it"))
                .body(containsString("Link an account: Facebook"))
                .body(not(containsString("Link an account: Discord")))
                .body(containsString("Looked at the account"))
                .body(containsString("an administrator"))
                .body(not(containsString("<script")))
                .body(not(containsString("203.0.113.7")))
                .body(not(containsString(phone)))
                .body(not(containsString("an-admin")));
    }

    @Test
    void speaksSpanish() {
        as(ana).header("Accept-Language", "es-MX, es;q=0.9")
                .get("/account/security")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"es\">"))
                .body(containsString("Consulta de la cuenta"))
                .body(containsString("Cerrar todas las demás"));
    }

    @Test
    void hasWordsForEveryActionInBothLanguages() {
        for (var action : SecurityAction.values()) {
            sql.run("INSERT INTO internal.security_event (subject_id, action) VALUES (?, ?)", ana.id(), action.wire());
        }

        for (var language : new String[] {"en", "es"}) {
            as(ana).header("Accept-Language", language)
                    .get("/account/security")
                    .then()
                    .statusCode(200)
                    .body(not(containsString("action_$")))
                    .body(not(containsString("_ENDED")));
        }
    }

    @Test
    void endsOneSessionOrAllOthersByAForm() {
        var id = sql.one(String.class, "SELECT public_id FROM sessions WHERE session_token = ?", phone);

        as(ana).redirects()
                .follow(false)
                .post("/account/security/sessions/" + id + "/end")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/security"));
        withToken(phone).get("/api/auth/session").then().statusCode(401);

        var other = seed.session(ana.id(), "pana_auth", Duration.ofDays(1));
        as(ana).redirects()
                .follow(false)
                .post("/account/security/other-sessions/end")
                .then()
                .statusCode(303);
        withToken(other).get("/api/auth/session").then().statusCode(401);
        as(ana).get("/api/auth/session").then().statusCode(200);
        assertThat(sql.list(
                        String.class,
                        "SELECT action FROM internal.security_event WHERE subject_id = ? AND actor_id = ? ORDER BY id",
                        ana.id(),
                        ana.id()))
                .containsExactly("session-ended", "sessions-ended");
    }

    @Test
    void unlinksAnAccountByAForm() {
        var discord = sql.one(String.class, "SELECT id FROM accounts WHERE provider = 'discord'");

        as(ana).redirects()
                .follow(false)
                .post("/account/security/accounts/" + discord + "/unlink")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/security"));

        assertThat(sql.list(String.class, "SELECT provider FROM accounts")).containsExactly("<b>shop</b>");
        as(ana).get("/account/security")
                .then()
                .body(containsString("Unlinked an account"))
                .body(containsString("Link an account: Discord"));
    }

    @Test
    void endsNobodyElsesSession() {
        var ben = seed.person("Ben");
        var his = sql.one(String.class, "SELECT public_id FROM sessions WHERE user_id = ?", ben.id());

        as(ana).redirects()
                .follow(false)
                .post("/account/security/sessions/" + his + "/end")
                .then()
                .statusCode(404);

        as(ben).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void sendsStrangersToSignInAndRefusesFormsOfOthers() {
        anonymous()
                .redirects()
                .follow(false)
                .get("/account/security")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/signin?callbackUrl=/account/security"));
        anonymous()
                .post("/account/security/other-sessions/end")
                .then()
                .statusCode(401)
                .body(containsString("Sign in first"));
        given().cookie(Callers.COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .post("/account/security/other-sessions/end")
                .then()
                .statusCode(403);
        withToken(phone).get("/api/auth/session").then().statusCode(200);
    }
}
