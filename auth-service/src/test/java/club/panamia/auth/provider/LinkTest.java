package club.panamia.auth.provider;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Linking an account to somebody who is signed in. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class LinkTest {

    private static final JsonObject TOOT =
            new JsonObject("{\"id\": \"23634\", \"username\": \"anabee\", \"display_name\": \"Ana\"}");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void linksAnAccountWhoseAddressNobodyKnows() {
        var ana = seed.person("Ana");
        var browser = signedIn(ana);

        var end = come(browser, begin(browser));

        assertThat(end.leadsTo()).isEqualTo("/account/security");
        as(ana).get("/api/users/me/accounts")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].provider", is("mastodon"))
                .body("items[0].label", is("Mastodon"))
                .body("items[0].signsIn", is(true));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("auth.account.linked");
    }

    @Test
    void changesNothingWhenItIsLinkedAgain() {
        var browser = signedIn(seed.person("Ana"));
        come(browser, begin(browser));

        var end = come(browser, begin(browser));

        assertThat(end.leadsTo()).isEqualTo("/account/security");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isOne();
    }

    @Test
    void leavesAnAccountWithItsOwner() {
        var bens = signedIn(seed.person("Ben"));
        come(bens, begin(bens));
        var anas = signedIn(seed.person("Ana"));

        var end = come(anas, begin(anas));

        assertThat(end.status()).isEqualTo(409);
        assertThat(end.body()).contains("This account belongs to somebody else here");
        assertThat(sql.list(String.class, "SELECT u.screenname FROM accounts a JOIN users u ON u.id = a.user_id"))
                .containsExactly("Ben");
    }

    @Test
    void needsTheSessionThatAsked() {
        var ana = seed.person("Ana");
        var browser = signedIn(ana);
        var away = begin(browser);
        browser.put(COOKIE, seed.person("Ben").sessionToken());

        var bySomebodyElse = come(browser, away);
        var ended = signedIn(ana);
        var begun = begin(ended);
        sql.run("DELETE FROM sessions WHERE user_id = ?", ana.id());
        var afterItsEnd = come(ended, begun);

        assertThat(bySomebodyElse.status()).isEqualTo(401);
        assertThat(afterItsEnd.status()).isEqualTo(401);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
    }

    @Test
    void linksNothingToAPersonWhoWasSentATicket() {
        var eve = signedIn(seed.person("Eve"));
        var ticket = post(eve);
        var anas = signedIn(seed.person("Ana"));

        var end = come(anas, anas.goOn(ticket));

        assertThat(end.status()).isEqualTo(401);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
    }

    @Test
    void refusesATicketThatIsNotOurs() {
        var end = new TestBrowser().get("/login/provider/mastodon?link=AQJ0MTEyMzQ1Njc4OTAxMjM0NTY3ODkw");

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
    }

    @Test
    void isForPeopleWhoAreSignedInOnAPageOfOurs() {
        var ana = seed.person("Ana");

        assertThat(post(new TestBrowser()).status()).isEqualTo(401);
        given().cookie(COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .contentType(ContentType.URLENC)
                .post("/login/provider/mastodon/link")
                .then()
                .statusCode(403);
        as(ana).contentType(ContentType.URLENC)
                .post("/login/provider/off/link")
                .then()
                .statusCode(404)
                .body("type", is("/problems/provider-disabled"));
    }

    private TestBrowser signedIn(Person person) {
        var browser = new TestBrowser();
        browser.put(COOKIE, person.sessionToken());
        return browser;
    }

    private static TestBrowser.Visit begin(TestBrowser browser) {
        return browser.goOn(post(browser));
    }

    private static TestBrowser.Visit post(TestBrowser browser) {
        return browser.post("/login/provider/mastodon/link", Map.of("callbackUrl", "/account/security"));
    }

    private static TestBrowser.Visit come(TestBrowser browser, TestBrowser.Visit away) {
        return browser.get("/login/provider/mastodon/callback?code=%s&state=%s"
                .formatted(StubProviders.code(away, TOOT), away.parameter("state")));
    }
}
