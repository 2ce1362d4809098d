package club.panamia.auth.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which providers there are, and what is said when one does not answer. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProvidersTest {

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsWhatIsSwitchedOnByName() {
        given().get("/api/auth/providers")
                .then()
                .statusCode(200)
                .body("id", hasItems("apple", "discord", "facebook", "mastodon", "real", "wary", "wikimedia"))
                .body("id", not(hasItem("off")))
                .body("find { it.id == 'real' }.name", is("Real ID"))
                .body("find { it.id == 'real' }.signInUrl", is("http://localhost:8080/login/provider/real"));
        assertThat(given().get("/api/auth/providers").jsonPath().getList("name", String.class))
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "nobody", "real%00", "..%2Freal"})
    void sendsNobodyToAProviderThatIsNotSwitchedOn(String id) {
        var answer = given().urlEncodingEnabled(false).redirects().follow(false).get("/login/provider/" + id);

        assertThat(answer.statusCode()).isIn(303, 404);
        assertThat(answer.getHeader("Location"))
                .isIn(
                        null,
                        "/signin?error=ProviderDisabled",
                        "http://localhost:" + RestAssured.port + "/signin?error=ProviderDisabled");
    }

    @Test
    void saysThatAProviderIsDownAndOffersIt() {
        var browser = new TestBrowser();

        var end = browser.get("/login/provider/down?callbackUrl=/account");

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderUnavailable&callbackUrl=%2Faccount");
        assertThat(browser.ours()).isEmpty();
        given().get("/api/auth/providers").then().body("find { it.id == 'down' }.working", is(false));
    }

    @Test
    void saysSoWhenAProviderDiesBetweenTheTwoSteps() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        var browser = new TestBrowser();
        var mortalPort = mortalPort();
        String callback;
        try (var mortal = NodeProvider.start(mortalPort, List.of(ForeignProviders.callback("mortal")))) {
            callback = browser.signInHalfway(
                    "a1 ana@example.org true Ana", browser.get("/login/provider/mortal?callbackUrl=/account"));
        }

        var end = browser.get(callback);

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderUnavailable&callbackUrl=%2Faccount");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void countsFlowsPerClient() {
        for (var i = 0; i < 30; i++) {
            given().redirects()
                    .follow(false)
                    .get("/login/provider/nobody")
                    .then()
                    .statusCode(303);
        }

        given().redirects().follow(false).get("/login/provider/nobody").then().statusCode(429);
    }

    private static int mortalPort() {
        var server = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("pana.providers.mortal.server", String.class);
        return URI.create(server).getPort();
    }
}
