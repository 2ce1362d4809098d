package club.panamia.auth.oauth;

import static io.restassured.RestAssured.given;

import club.panamia.kernel.secret.Sha256;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered program, as tests play it. */
public record Program(String id, @Nullable String secret) {

    public static final String REDIRECT = "https://shop.example/done?from=pana";
    public static final String VERIFIER = "a-verifier-of-more-than-43-characters-for-the-tests";
    public static final String CHALLENGE = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(HexFormat.of().parseHex(Sha256.hex(VERIFIER)));

    private static final Sql SQL = TestDatabase.get().sql();

    /** With a secret, all grants, the scopes {@code orders} and {@code stock}, and a redirect address; a stranger's. */
    public static Program confidential(String id) {
        return registered(id, id + "-has-a-secret", "client_credentials,token_exchange,authorization_code");
    }

    /** Without a secret, for authorization codes only; a stranger's. */
    public static Program open(String id) {
        return registered(id, null, "authorization_code");
    }

    private static Program registered(String id, @Nullable String secret, String grants) {
        SQL.run(
                "INSERT INTO internal.oauth_client (id, name, secret_hash, grants, redirect_uris, scopes) VALUES (?, ?, ?, string_to_array(?, ','), ARRAY[?], '{orders,stock}')",
                id,
                "The " + id,
                secret == null ? null : Sha256.hex(secret),
                grants,
                REDIRECT);
        return new Program(id, secret);
    }

    /** One of our own, with tokens for the suite itself. */
    public Program firstParty() {
        SQL.run("UPDATE internal.oauth_client SET first_party = true, audiences = '{pana}' WHERE id = ?", id);
        return this;
    }

    public Program registeredFor(String grant) {
        SQL.run(
                "UPDATE internal.oauth_client SET grants = ARRAY[?], redirect_uris = CASE WHEN ? = 'authorization_code' THEN redirect_uris ELSE '{}' END WHERE id = ?",
                grant,
                grant,
                id);
        return this;
    }

    public Program disabled() {
        SQL.run("UPDATE internal.oauth_client SET disabled_at = now() WHERE id = ?", id);
        return this;
    }

    /** Posts a form, proven by Basic where there is a secret. */
    public Response post(String path, Map<String, String> form) {
        return proven(given()).formParams(form).post(path);
    }

    public Response token(Map<String, String> form) {
        return post("/oauth/token", form);
    }

    public Response introspect(String token) {
        return post("/oauth/introspect", Map.of("token", token));
    }

    public Response revoke(String token) {
        return post("/oauth/revoke", Map.of("token", token));
    }

    /** Exchanges a session's token. */
    public Response exchange(String sessionToken) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                sessionToken,
                "subject_token_type",
                SessionToken.TYPE));
    }

    public Response redeem(String code) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", VERIFIER));
    }

    /** What it sends browsers along with. */
    public Map<String, String> wish() {
        return Map.of(
                "response_type", "code",
                "client_id", id,
                "redirect_uri", REDIRECT,
                "scope", "orders",
                "state", "st&te 1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    private RequestSpecification proven(RequestSpecification request) {
        var form = request.contentType("application/x-www-form-urlencoded");
        return secret == null
                ? form.formParam("client_id", id)
                : form.auth().preemptive().basic(id, secret);
    }
}
