package club.panamia.auth.provider;

import club.panamia.kernel.secret.Tokens;
import club.panamia.testing.http.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Servers that speak as Discord, Facebook, Wikimedia, Mastodon and Apple do, each below its name. They remember nothing: the code is
 * what a test made by {@link #code}, and holds whom the provider means, so the token endpoint can check the verifier and the client
 * and pass on what the account endpoint will say.
 */
final class StubProviders implements AutoCloseable {

    private static final KeyPair APPLE_CLIENT = ellipticKeys();
    private static final RsaJsonWebKey APPLE_SERVER = rsaKey();

    /** As Apple hands it out: PKCS#8 in PEM. */
    static final String APPLE_KEY = "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(APPLE_CLIENT.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----";

    private final HttpStub server = new HttpStub();

    StubProviders() {
        server.on("/discord/api/oauth2/token", exchange -> token(exchange, true))
                .on("/discord/api/users/@me", StubProviders::account)
                .on("/facebook/oauth/access_token", exchange -> token(exchange, false))
                .on("/facebook/me", StubProviders::account)
                .on("/wikimedia/w/rest.php/oauth2/access_token", exchange -> token(exchange, false))
                .on("/wikimedia/w/rest.php/oauth2/resource/profile", StubProviders::account)
                .on("/mastodon/oauth/token", exchange -> token(exchange, false))
                .on("/mastodon/api/v1/accounts/verify_credentials", StubProviders::account)
                .on("/apple/auth/token", this::appleToken)
                .on("/apple/auth/keys", 200, "application/json", keys())
                .on("/apple/.well-known/openid-configuration", 200, "application/json", discovery())
                .on("/", 200, "text/html", "<!DOCTYPE html><title>A provider</title>");
    }

    String url(String kind) {
        return server.url("/" + kind);
    }

    /** A code for the flow that was sent to {@code authorization}, at which the provider means {@code account}. */
    static String code(TestBrowser.Visit away, JsonObject account) {
        var code = new JsonObject()
                .put("challenge", away.parameter("code_challenge"))
                .put("account", account);
        return encode(code.encode());
    }

    private static void token(HttpExchange exchange, boolean basic) throws IOException {
        var form = form(exchange);
        var code = new JsonObject(decode(form.get("code")));
        var client = basic ? decodeBasic(exchange) : form.get("client_id") + ":" + form.get("client_secret");
        if (!client.equals(NodeProvider.CLIENT_ID + ":" + NodeProvider.CLIENT_SECRET) || !isVerified(form, code)) {
            HttpStub.respond(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        var answer = new JsonObject()
                .put("access_token", encode(code.getJsonObject("account").encode()))
                .put("token_type", "Bearer");
        if (!exchange.getRequestURI().getPath().startsWith("/mastodon")) {
            answer.put("expires_in", 3600);
        }
        HttpStub.respond(exchange, 200, "application/json", answer.encode());
    }

    private static void account(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        HttpStub.respond(exchange, 200, "application/json", decode(bearer));
    }

    private void appleToken(HttpExchange exchange) throws IOException {
        var form = form(exchange);
        var code = new JsonObject(decode(form.get("code")));
        if (!isVerified(form, code) || !isAppleClient(form)) {
            HttpStub.respond(exchange, 400, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        var now = Instant.now().getEpochSecond();
        var claims = code.getJsonObject("account")
                .put("iss", url("apple"))
                .put("aud", NodeProvider.CLIENT_ID)
                .put("iat", now)
                .put("exp", now + 600);
        var answer = new JsonObject()
                .put("access_token", Tokens.newToken())
                .put("token_type", "Bearer")
                .put("expires_in", 3600)
                .put("id_token", signed(claims));
        HttpStub.respond(exchange, 200, "application/json", answer.encode());
    }

    /** The client secret is a JWT that is signed by the key that Apple gave out. */
    private boolean isAppleClient(Map<String, String> form) {
        try {
            var claims = new JwtConsumerBuilder()
                    .setVerificationKey(APPLE_CLIENT.getPublic())
                    .setExpectedAudience(url("apple"))
                    .setExpectedIssuer("TEAM")
                    .setExpectedSubject(NodeProvider.CLIENT_ID)
                    .setRequireExpirationTime()
                    .build()
                    .process(form.get("client_secret"));
            return "KEY".equals(claims.getJoseObjects().getFirst().getKeyIdHeaderValue());
        } catch (org.jose4j.jwt.consumer.InvalidJwtException e) {
            return false;
        }
    }

    private String discovery() {
        return new JsonObject()
                .put("issuer", url("apple"))
                .put("authorization_endpoint", url("apple") + "/auth/authorize")
                .put("token_endpoint", url("apple") + "/auth/token")
                .put("jwks_uri", url("apple") + "/auth/keys")
                .encode();
    }

    private static String keys() {
        var key = new JsonObject(APPLE_SERVER.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        return new JsonObject().put("keys", JsonArray.of(key)).encode();
    }

    private static String signed(JsonObject claims) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.encode());
            signature.setKey(APPLE_SERVER.getPrivateKey());
            signature.setKeyIdHeaderValue(APPLE_SERVER.getKeyId());
            signature.setAlgorithmHeaderValue("RS256");
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVerified(Map<String, String> form, JsonObject code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(code.getString("challenge"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var fields = new HashMap<String, String>();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String decodeBasic(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null
                ? ""
                : new String(Base64.getDecoder().decode(header.replace("Basic ", "")), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static KeyPair ellipticKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey rsaKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("apple-1");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
