package club.panamia.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ins whose address must be proven, against a real OpenID provider; ops-service's part is played in SQL. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class VerificationTest {

    private static final String PAGE = "/login/verification";

    @Inject
    Pool pool;

    @Inject
    EncryptionKeys keys;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private TestBrowser browser;

    @BeforeEach
    void givenABrowser() {
        assumeTrue(NodeProvider.isInstalled(), "npm ci in src/test/provider installs the provider; bin/test does it");
        browser = new TestBrowser();
    }

    @Test
    void mailsAProofThatNamesTheProviderAndTheAccount() {
        var end = browser.signIn("wary", "a1 ana@example.org true Ana");

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.body()).contains("Look into your mail", "Wary ID", "a1", "ana@example.org");
        var mail = newestMail();
        assertThat(mail).containsEntry("provider", "Wary ID").containsEntry("account", "a1");
        assertThat(mail.get("link")).startsWith("http://localhost:8080/api/oauth-verifications/confirmation?token=");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isZero();
        assertThat(sql.one(Boolean.class, """
                        SELECT expires_at BETWEEN now() + interval '4 minutes' AND now() + interval '5 minutes'
                          FROM o_auth_verifications""")).isTrue();
    }

    @Test
    void keepsLinkAndBrowserOnlyAsHashes() {
        browser.signIn("wary", "a1 ana@example.org true Ana");

        var token = newestMail().get("link").replaceAll(".*token=", "");
        var row = sql.rows("SELECT verification_token, browser_hash FROM o_auth_verifications")
                .getFirst();

        assertThat(List.of(row.get("verification_token"), row.get("browser_hash")))
                .allSatisfy(hash -> assertThat(hash.toString()).matches("[0-9a-f]{64}"))
                .doesNotContain(token, browser.cookie("pana.verification"));
    }

    @Test
    void asksForAProofWhereATrustedProviderHasNone() {
        var victim = seed.admin("Ada");

        var unverified = browser.signIn("real", "eve ada@example.org false Eve");
        var unsaid = new TestBrowser().signIn("real", "eve2 ada@example.org - Eve");

        assertThat(unverified.body()).contains("Look into your mail");
        assertThat(unsaid.body()).contains("Look into your mail");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions WHERE user_id = '" + victim.id() + "'"))
                .isOne();
    }

    @Test
    void waitsUntilTheAddressIsConfirmed() {
        browser.signIn("wary", "a1 ana@example.org true Ana");

        var page = browser.get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Look into your mail", "/api/oauth-verifications/mail");
        assertThat(page.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM users")).isZero();
    }

    @Test
    void endsAfterFiveMinutes() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        sql.run("UPDATE o_auth_verifications SET expires_at = now() - interval '1 second'");

        assertThat(browser.get(PAGE).leadsTo()).isEqualTo("/signin?error=VerificationFailed");
    }

    @Test
    void keepsOnePerAccountAndTheNewestCounts() {
        browser.signIn("wary", "a1 ana@example.org true Ana");
        var second = new TestBrowser();
        second.signIn("wary", "a1 ana@example.org true Ana");
        confirm();

        assertThat(sql.one(Long.class, "SELECT count(*) FROM o_auth_verifications"))
                .isOne();
        assertThat(browser.get(PAGE).leadsTo()).isEqualTo("/signin?error=VerificationFailed");
        assertThat(second.get(PAGE).leadsTo()).isEqualTo("/account");
    }

    @Test
    void countsMailsPerAddress() {
        for (var i = 0; i < 5; i++) {
            new TestBrowser().signIn("wary", "a" + i + " ana@example.org true Ana");
        }

        var refused = browser.signIn("wary", "a6 ana@example.org true Ana");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isEqualTo(5);
    }

    private void confirm() {
        sql.run("UPDATE o_auth_verifications SET confirmed_at = now(), expires_at = now() + interval '30 minutes'");
    }

    private Map<String, String> newestMail() {
        var row = sql.rows("SELECT params, dedupe_key FROM internal.mail_outbox ORDER BY id DESC LIMIT 1")
                .getFirst();
        return pool.preparedQuery("""
                        SELECT 'x' AS id, 'x' AS template, 'x' AS recipient, 'en' AS locale, $1::bytea AS params,
                               $2::text AS dedupe_key, 0 AS attempts""")
                .execute(Tuple.of(Buffer.buffer((byte[]) row.get("params")), row.get("dedupe_key")))
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys).params())
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
