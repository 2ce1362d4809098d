package club.panamia.auth.provider;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How sign-ins end whose address has been confirmed. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class VerifiedSignInTest {

    private static final String PAGE = "/login/verification";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private TestBrowser browser;

    @BeforeEach
    void givenABrowser() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        browser = new TestBrowser();
    }

    @Test
    void opensAnAccountOnceTheAddressIsConfirmed() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();

        var end = browser.get(PAGE);

        assertThat(end.leadsTo()).isEqualTo("/account");
        withToken(browser.cookie(COOKIE)).get("/api/auth/session").then().body("user.email", is("ana@example.org"));
        assertThat(sql.list(String.class, "SELECT concat_ws(' ', type, provider, provider_account_id) FROM accounts"))
                .containsExactly("oidc wary a1");
        assertThat(sql.list(String.class, "SELECT name FROM users")).containsExactly("Ana");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM o_auth_verifications"))
                .isZero();
        assertThat(browser.ours()).containsExactly(COOKIE, "pana.known-browser");
    }

    @Test
    void signsTheKnownAccountInDirectlyFromThenOn() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();
        browser.get(PAGE);

        var later = new TestBrowser().signIn("wary", "a1 ana@example.org true Ana");

        assertThat(later.leadsTo()).isEqualTo("/account");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isOne();
    }

    @Test
    void finishesInTheBrowserOnlyThatBegan() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();
        var foreign = new TestBrowser();
        var guessing = new TestBrowser();
        guessing.put("pana.verification", "A".repeat(43));

        assertThat(foreign.get(PAGE).leadsTo()).isEqualTo("/signin?error=VerificationFailed");
        assertThat(guessing.get(PAGE).leadsTo()).isEqualTo("/signin?error=VerificationFailed");

        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
        assertThat(browser.get(PAGE).leadsTo()).isEqualTo("/account");
    }

    @Test
    void givesNobodyAnAccountThatExistsForAConfirmationAlone() {
        var ana = seed.person("Ana");
        browser.signIn("wary", "eve ana@example.org true Eve");
        confirm();

        var refused = browser.get(PAGE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("You have an account already", "/signin?callbackUrl=/login/verification");
        assertThat(browser.cookie(COOKIE)).isNull();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM o_auth_verifications"))
                .isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions WHERE user_id = '" + ana.id() + "'"))
                .isOne();
    }

    @Test
    void linksTheAccountToWhoIsSignedInToTheOneThatExists() {
        var ana = seed.person("Ana");
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();
        browser.get(PAGE);
        browser.put(COOKIE, ana.sessionToken());

        var end = browser.get(PAGE);

        assertThat(end.leadsTo()).isEqualTo("/account");
        assertThat(sql.list(String.class, "SELECT user_id FROM accounts")).containsExactly(ana.id());
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
    }

    @Test
    void refusesTheSessionOfSomebodyElse() {
        seed.person("Ana");
        var ben = seed.person("Ben");
        browser.signIn("wary", "ben ana@example.org true Ben");
        confirm();
        browser.put(COOKIE, ben.sessionToken());

        assertThat(browser.get(PAGE).status()).isEqualTo(403);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
    }

    @Test
    void opensOneAccountAndOneSessionForManyFinishesAtOnce() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();
        var copies = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> browser.copy())
                .toList();

        var ends = Race.of(10, i -> () -> copies.get(i).get(PAGE).leadsTo());

        assertThat(ends.stream().filter("/account"::equals)).hasSize(1);
        assertThat(ends).containsOnly("/account", "/signin?error=VerificationFailed");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
    }

    @Test
    void leavesALockedPersonOutside() {
        var ana = seed.person("Ana");
        browser.signIn("wary", "a1 ana@example.org true Ana");
        confirm();
        seed.lock(ana);

        assertThat(browser.get(PAGE).leadsTo()).isEqualTo("/signin?error=AccountLocked");

        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
    }

    private void confirm() {
        sql.run("UPDATE o_auth_verifications SET confirmed_at = now(), expires_at = now() + interval '30 minutes'");
    }
}
