package club.panamia.ops.oauthverification;

import static io.restassured.RestAssured.given;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.secret.Tokens;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** What auth-service leaves behind when a sign-in waits, and the browser that began it. */
@Singleton
class Begun {

    static final String PAGE = "/api/oauth-verifications/confirmation";

    private final Sql sql = TestDatabase.get().sql();
    private final Tokens tokens;
    private final EncryptionKeys keys;
    private final Pool pool;

    Begun(Tokens tokens, EncryptionKeys keys, Pool pool) {
        this.tokens = tokens;
        this.keys = keys;
        this.pool = pool;
    }

    /** A sign-in that began in the browser with this secret, and was mailed this token; returns its id. */
    String signIn(String account, String token, String browser) {
        return sql.one(String.class, """
                        INSERT INTO o_auth_verifications (email, provider, provider_account_id, verification_token,
                                                          browser_hash, expires_at, oauth_profile)
                        VALUES ('ana@example.org', 'wikimedia', ?, ?, ?, now() + interval '5 minutes',
                                jsonb_build_object('type', 'oauth', 'label', 'Wikimedia', 'shown', 'Ana <b>', 'email', 'ana@example.org'))
                        RETURNING id""", account, tokens.hash(token), tokens.hash(browser));
    }

    static RequestSpecification inBrowser(String browser) {
        return given().redirects()
                .follow(false)
                .cookie("pana.verification", browser)
                .header("Origin", Callers.PUBLIC_URL);
    }

    static Response press(RequestSpecification where, String token) {
        return where.contentType(ContentType.URLENC).formParam("token", token).post(PAGE);
    }

    /** The parameters of the newest mail. */
    Map<String, String> newestMail() {
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
