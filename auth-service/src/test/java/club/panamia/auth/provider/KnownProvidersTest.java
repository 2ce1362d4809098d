package club.panamia.auth.provider;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialects of the providers that we know by name, as their documents show them. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class KnownProvidersTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private TestBrowser browser;

    @BeforeEach
    void givenABrowser() {
        browser = new TestBrowser();
    }

    @Test
    void signsInByDiscord() {
        var end = signIn("discord", """
                {"id": "80351110224678912", "username": "nelly", "global_name": "Nelly", "avatar": "8342729096ea3675442027381ff50dfe",
                 "verified": true, "email": "nelly@example.org"}""");

        assertThat(end.leadsTo()).isEqualTo("/account");
        assertThat(sql.rows("SELECT name, image FROM users"))
                .containsExactly(Map.of(
                        "name",
                        "Nelly",
                        "image",
                        "https://cdn.discordapp.com/avatars/80351110224678912/8342729096ea3675442027381ff50dfe.png"));
        assertThat(account()).isEqualTo("oauth discord 80351110224678912");
    }

    @Test
    void waitsForAProofWhereDiscordHasNone() {
        var end = signIn(
                "discord",
                "{\"id\": \"1\", \"username\": \"nelly\", \"verified\": false, \"email\": \"ana@example.org\"}");

        assertThat(end.body()).contains("Look into your mail", "nelly", "ana@example.org");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void signsInByFacebook() {
        var end = signIn("facebook", """
                {"id": "10158", "name": "Ana Bee", "email": "ana@example.org",
                 "picture": {"data": {"url": "https://scontent.example/1.jpg", "is_silhouette": false}}}""");

        assertThat(end.leadsTo()).isEqualTo("/account");
        assertThat(sql.rows("SELECT name, image FROM users"))
                .containsExactly(Map.of("name", "Ana Bee", "image", "https://scontent.example/1.jpg"));
        assertThat(account()).isEqualTo("oauth facebook 10158");
    }

    @Test
    void needsAnAddressOfAFacebookPersonWhoSignedUpByTelephone() {
        var end = signIn("facebook", "{\"id\": \"10158\", \"name\": \"Ana Bee\"}");

        assertThat(end.leadsTo()).isEqualTo("/signin?error=EmailRequired&callbackUrl=%2Faccount");
    }

    @Test
    void signsInByWikimedia() {
        var end = signIn("wikimedia", """
                {"sub": 4711, "username": "Anabee", "editcount": 3, "confirmed_email": true, "blocked": false,
                 "email": "ana@example.org", "realname": ""}""");

        assertThat(end.leadsTo()).isEqualTo("/account");
        assertThat(account()).isEqualTo("oauth wikimedia 4711");
    }

    @Test
    void signsAKnownMastodonAccountInWithoutAnAddress() {
        var ana = seed.person("Ana");
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES (?, 'oauth',"
                        + " 'mastodon', '23634', 'pana_auth')",
                ana.id());

        var end = signIn("mastodon", MASTODON);

        assertThat(end.leadsTo()).isEqualTo("/account");
        withToken(browser.cookie(COOKIE)).get("/api/auth/session").then().body("user.id", is(ana.id()));
    }

    @Test
    void needsAnAddressOfANewMastodonPerson() {
        assertThat(signIn("mastodon", MASTODON).leadsTo())
                .isEqualTo("/signin?error=EmailRequired&callbackUrl=%2Faccount");
    }

    @Test
    void signsInByAppleWhichAnswersWithAForm() {
        var away = browser.get("/login/provider/apple?callbackUrl=/account");
        var claims = new JsonObject(
                        "{\"sub\": \"001.abc\", \"email\": \"ana@example.org\", \"email_verified\": \"true\"}")
                .put("nonce", away.parameter("nonce"));
        var form = Map.of("code", StubProviders.code(away, claims), "state", away.parameter("state"));

        // A form of Apple's page brings none of our cookies along.
        var again = new TestBrowser().post("/login/provider/apple/callback", form);
        assertThat(again.status()).as(again.body()).isEqualTo(303);
        var end = browser.get(again.location().toString());

        assertThat(away.parameter("response_mode")).isEqualTo("form_post");
        assertThat(end.leadsTo()).isEqualTo("/account");
        assertThat(account()).isEqualTo("oidc apple 001.abc");
    }

    @Test
    void refusesAnAppleTokenOfAnotherFlow() {
        var away = browser.get("/login/provider/apple");
        var claims = new JsonObject(
                "{\"sub\": \"001.abc\", \"email\": \"ana@example.org\", \"email_verified\": true, \"nonce\":"
                        + " \"another\"}");

        var end = browser.get(callback("apple", away, claims));

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void refusesACodeWhoseVerifierIsAnother() {
        var away = browser.get("/login/provider/discord");
        var other = new TestBrowser().get("/login/provider/discord");
        var code = StubProviders.code(other, new JsonObject("{\"id\": \"1\"}"));

        var end = browser.get("/login/provider/discord/callback?code=" + code + "&state=" + away.parameter("state"));

        assertThat(end.leadsTo()).isEqualTo("/signin?error=ProviderRefused");
    }

    @Test
    void refusesAnAnswerThatNamesNoAccount() {
        assertThat(signIn("discord", "{\"username\": \"nelly\", \"verified\": true, \"email\": \"ana@example.org\"}")
                        .leadsTo())
                .isEqualTo("/signin?error=ProviderRefused&callbackUrl=%2Faccount");
    }

    @ParameterizedTest
    @CsvSource({
        "discord, /discord/oauth2/authorize, identify email",
        "facebook, /facebook/dialog/oauth, email public_profile",
        "wikimedia, /wikimedia/w/rest.php/oauth2/authorize, identify email",
        "mastodon, /mastodon/oauth/authorize, read:accounts",
        "apple, /apple/auth/authorize, openid email name"
    })
    void asksEachForNoMoreThanItNeeds(String provider, String path, String scopes) {
        var away = browser.get("/login/provider/" + provider);

        assertThat(away.location().getPath()).isEqualTo(path);
        assertThat(away.parameter("scope")).isEqualTo(scopes);
        assertThat(away.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(away.parameter("redirect_uri")).isEqualTo(ForeignProviders.callback(provider));
    }

    private static final String MASTODON = """
            {"id": "23634", "username": "anabee", "acct": "anabee", "display_name": "Ana 🐝", "url": "https://m.example/@anabee",
             "avatar": "https://files.m.example/a.png"}""";

    private TestBrowser.Visit signIn(String provider, String account) {
        var away = browser.get("/login/provider/%s?callbackUrl=/account".formatted(provider));
        return browser.travel(callback(provider, away, new JsonObject(account)));
    }

    private static String callback(String provider, TestBrowser.Visit away, JsonObject account) {
        return "/login/provider/%s/callback?code=%s&state=%s"
                .formatted(provider, StubProviders.code(away, account), away.parameter("state"));
    }

    private String account() {
        return sql.one(String.class, "SELECT concat_ws(' ', type, provider, provider_account_id) FROM accounts");
    }
}
