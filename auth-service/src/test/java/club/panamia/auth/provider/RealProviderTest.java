package club.panamia.auth.provider;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole code flow against a real OpenID provider. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class RealProviderTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private TestBrowser browser;

    @BeforeEach
    void givenABrowser() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        browser = new TestBrowser();
    }

    @Test
    void signsANewPersonInAtATrustedProvider() {
        var end = browser.signIn("real", "a1 Ana@Example.org true Ana");

        assertThat(end.status()).isEqualTo(303);
        assertThat(end.leadsTo()).isEqualTo("/account");
        withToken(browser.cookie(COOKIE))
                .get("/api/auth/session")
                .then()
                .statusCode(200)
                .body("user.email", is("ana@example.org"))
                .body("user.isAdmin", is(false));
        assertThat(sql.rows("SELECT name, image, email_proven_at IS NOT NULL AS proven FROM users"))
                .containsExactly(Map.of("name", "Ana", "image", "https://id.example/a1.png", "proven", true));
        assertThat(sql.rows("SELECT provider, provider_account_id, type, linked_by FROM accounts"))
                .containsExactly(Map.of(
                        "provider", "real", "provider_account_id", "a1", "type", "oidc", "linked_by", "pana_auth"));
        assertThat(sql.list(String.class, "SELECT type FROM internal.event"))
                .containsExactlyInAnyOrder("auth.user.registered", "auth.account.linked");
    }

    @Test
    void keepsNoTokenOfTheProvidersAndNoSessionButOurs() {
        browser.signIn("real", "a1 ana@example.org true Ana");

        assertThat(sql.one(Long.class, """
                        SELECT count(*) FROM accounts
                         WHERE coalesce(access_token, refresh_token, id_token, session_state, scope, token_type) IS NULL""")).isOne();
        assertThat(browser.ours()).containsExactlyInAnyOrder(COOKIE, "pana.known-browser");
    }

    @Test
    void findsTheSamePersonByTheSameVerifiedAddress() {
        var ana = seed.person("Ana");

        browser.signIn("real", "a1 ana@example.org true Impostor");

        assertThat(sql.list(String.class, "SELECT user_id FROM accounts")).containsExactly(ana.id());
        withToken(browser.cookie(COOKIE)).get("/api/auth/session").then().body("user.id", is(ana.id()));
        assertThat(sql.one(String.class, "SELECT name FROM users")).isEqualTo("Person Ana");
    }

    @Test
    void signsAKnownAccountInWhateverItsAddressIsNow() {
        browser.signIn("real", "a1 ana@example.org true Ana");
        sql.run("UPDATE accounts SET provider_account_id = 'a2'");
        var later = new TestBrowser();

        var end = later.signIn("real", "a2 other@example.org false Ana");

        assertThat(end.leadsTo()).isEqualTo("/account");
        withToken(later.cookie(COOKIE)).get("/api/auth/session").then().body("user.email", is("ana@example.org"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
    }

    @Test
    void believesNoAccountThatASidecarLinked() {
        var ana = seed.person("Ana");
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES (?, 'oidc', 'real', 'a1', 'sidecar_shop')",
                ana.id());

        browser.signIn("real", "a1 eve@example.org true Eve");

        withToken(browser.cookie(COOKIE)).get("/api/auth/session").then().body("user.email", is("eve@example.org"));
        assertThat(sql.list(String.class, "SELECT linked_by FROM accounts")).containsExactly("pana_auth");
    }

    @Test
    void leavesALockedPersonOutside() {
        browser.signIn("real", "a1 ana@example.org true Ana");
        sql.run("UPDATE users SET locked_at = now()");

        var known = new TestBrowser().signIn("real", "a1 ana@example.org true Ana");
        var unknown = new TestBrowser().signIn("real", "a2 ana@example.org true Ana");

        assertThat(known.leadsTo()).isEqualTo("/signin?error=AccountLocked&callbackUrl=%2Faccount");
        assertThat(unknown.leadsTo()).isEqualTo(known.leadsTo());
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
    }

    @Test
    void needsAnAddressFromSomebodyWhoIsNew() {
        var end = browser.signIn("real", "a1 - - Ana");

        assertThat(end.leadsTo()).isEqualTo("/signin?error=EmailRequired&callbackUrl=%2Faccount");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void goesBackToTheSignInPageWhenThePersonDeclines() {
        var state = browser.get("/login/provider/real").parameter("state");

        var end = browser.get("/login/provider/real/callback?error=access_denied&state=" + state);

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
    }

    @Test
    void signsInByTwoFlowsOfOneBrowserAtOnce() {
        var first = browser.get("/login/provider/real?callbackUrl=/first");
        var second = browser.get("/login/provider/real?callbackUrl=/second");

        var login = browser.travel(first.location().toString());
        var endOfFirst = browser.signInAs("a1 ana@example.org true Ana", login);
        var endOfSecond = browser.travel(second.location().toString());

        assertThat(endOfFirst.leadsTo()).isEqualTo("/first");
        assertThat(endOfSecond.leadsTo()).isEqualTo("/second");
    }

    @Test
    void neverTakesAProvidersWordForAnIdentity() {
        var away = browser.get("/login/provider/real");
        var callback = browser.signInHalfway("eve eve@example.org true Eve", away);
        var query = callback.substring(callback.indexOf('?'));
        var cookies = browser.pairsOf("/login/provider/real");

        for (var path : new String[] {"/api/auth/session", "/api/users/me", "/api/users/me/accounts"}) {
            given().redirects()
                    .follow(false)
                    .cookies(cookies)
                    .get(path + query)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void makesOnePersonOfManyAtOnce() {
        var callbacks = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> new TestBrowser())
                .map(each -> Map.entry(each, comeBack(each, "a1 ana@example.org true Ana")))
                .toList();

        var ends = Race.of(
                8,
                i -> () -> callbacks
                        .get(i)
                        .getKey()
                        .get(callbacks.get(i).getValue())
                        .leadsTo());

        assertThat(ends).containsOnly("/account");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event WHERE type = 'auth.account.linked'"))
                .isOne();
    }

    private String comeBack(String login) {
        return comeBack(browser, login);
    }

    private static String comeBack(TestBrowser browser, String login) {
        return browser.signInHalfway(login, browser.get("/login/provider/real?callbackUrl=/account"));
    }
}
