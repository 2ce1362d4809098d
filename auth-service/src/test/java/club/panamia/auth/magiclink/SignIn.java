package club.panamia.auth.magiclink;

import static io.restassured.RestAssured.given;

import club.panamia.kernel.mail.OutgoingMail;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.testing.http.Callers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A person who signs in, as tests play them: asks, reads the mail that waits in the outbox, presses the button. */
@ApplicationScoped
public class SignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final EncryptionKeys keys;

    SignIn(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Response ask(String email) {
        return given().header("Origin", Callers.PUBLIC_URL)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "callbackUrl", "/account"))
                .post("/api/auth/magic-link");
    }

    /** The query of the newest link in the outbox. auth-service may not read the outbox; the test's owner role may. */
    Map<String, String> newestLink(club.panamia.testing.database.Sql owner) {
        var row = owner.rows("SELECT params, dedupe_key FROM internal.mail_outbox ORDER BY id DESC LIMIT 1")
                .getFirst();
        var params = pool.preparedQuery(
                        "SELECT 'x' AS id, 'sign-in' AS template, 'x' AS recipient, 'en' AS locale, $1::bytea AS params, $2::text AS dedupe_key, 0 AS attempts")
                .execute(
                        Tuple.of(io.vertx.core.buffer.Buffer.buffer((byte[]) row.get("params")), row.get("dedupe_key")))
                .map(rows -> OutgoingMail.of(rows.iterator().next(), keys).params())
                .await()
                .atMost(PATIENCE);
        var query = new HashMap<String, String>();
        for (var pair : URI.create(params.get("link")).getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    Response open(Map<String, String> link) {
        return given().queryParams(link).get("/login/confirm");
    }

    Response confirm(Map<String, String> link) {
        return given().header("Origin", Callers.PUBLIC_URL)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParams(link)
                .post("/login/confirm");
    }
}
