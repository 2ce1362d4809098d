package club.panamia.auth.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps a sign-in through a provider from being somebody else's. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProtectedFlowTest {

    private final Sql sql = TestDatabase.get().sql();
    private TestBrowser browser;

    @BeforeEach
    void givenABrowser() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        browser = new TestBrowser();
    }

    @Test
    void asksTheProviderForNoMoreThanItNeedsAndProtectsTheFlow() {
        var away = browser.get("/login/provider/real?callbackUrl=/account");

        assertThat(away.status()).isEqualTo(303);
        assertThat(away.parameter("scope")).isEqualTo("openid email profile");
        assertThat(away.parameter("redirect_uri")).isEqualTo(ForeignProviders.callback("real"));
        assertThat(away.parameter("response_type")).isEqualTo("code");
        assertThat(away.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(away.parameter("code_challenge")).hasSize(43);
        assertThat(away.parameter("nonce")).hasSize(36);
        assertThat(away.parameter("state")).hasSize(36);
        assertThat(away.response().headers().allValues("set-cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax", "Path=/login/provider/real"));
    }

    @Test
    void refusesAStateThatWasUsedAlready() {
        var callback = comeBack("a1 ana@example.org true Ana");
        var again = browser.copy();
        assertThat(browser.get(callback).leadsTo()).isEqualTo("/account");

        var without = browser.get(callback);
        var withCookies = again.get(callback);

        assertThat(without.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
        assertThat(withCookies.leadsTo()).isEqualTo("/signin?error=ProviderRefused&callbackUrl=%2Faccount");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
    }

    @Test
    void refusesAnIdTokenWithAnotherNonce() {
        var away = browser.get("/login/provider/real?callbackUrl=/account");
        var tampered = away.location().toString().replace(away.parameter("nonce"), "somebody-elses-nonce");

        var end = browser.signInAs("a1 ana@example.org true Ana", browser.travel(tampered));

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused&callbackUrl=%2Faccount");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void refusesACodeThatAnotherBrowserBrings() {
        var callback = comeBack("a1 ana@example.org true Ana");
        var foreign = new TestBrowser();
        var busy = new TestBrowser();
        busy.get("/login/provider/real");

        assertThat(foreign.get(callback).leadsTo()).isEqualTo("/signin?error=ProviderRefused");
        assertThat(busy.get(callback).leadsTo()).isEqualTo("/signin?error=ProviderRefused");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
    }

    @Test
    void refusesACodeThatWasMadeForAnotherFlow() {
        var stolen = comeBack("eve eve@example.org true Eve");
        var victim = new TestBrowser();
        var state = victim.get("/login/provider/real").parameter("state");
        var injected = stolen.replaceAll("state=[^&]+", "state=" + state);

        var end = victim.get(injected);

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
    }

    @Test
    void goesOnlyToPagesOfOurs() {
        var end = browser.signInAs(
                "a1 ana@example.org true Ana",
                browser.travel("/login/provider/real?callbackUrl=https://evil.example/x"));

        assertThat(end.leadsTo()).isEqualTo("/");
    }

    @Test
    void buildsLinksFromConfigurationOnly() {
        var location = given().redirects()
                .follow(false)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .get("/login/provider/real")
                .getHeader("Location");

        assertThat(location)
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F")
                .doesNotContain("evil");
    }

    private String comeBack(String login) {
        return comeBack(browser, login);
    }

    private static String comeBack(TestBrowser browser, String login) {
        return browser.signInHalfway(login, browser.get("/login/provider/real?callbackUrl=/account"));
    }
}
