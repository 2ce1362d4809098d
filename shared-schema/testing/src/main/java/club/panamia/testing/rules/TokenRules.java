package club.panamia.testing.rules;

import static club.panamia.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import club.panamia.testing.http.Callers;
import club.panamia.testing.http.SignedTokens;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Access tokens that are not what they seem are refused (RFC 8725, sections 2 and 3): unsigned, signed with the public key as a
 * secret, by an unknown or another key, from another issuer, for another audience, expired, from the future, without an end or a
 * person; and a program's own token opens nothing that is a member's.
 */
public final class TokenRules {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SignedTokens signer;
    private final String userId;
    private final Instant now = Instant.now();

    private TokenRules(SignedTokens signer, String userId) {
        this.signer = signer;
        this.userId = userId;
    }

    /** For somebody who does not exist: the tests' own key, and a path that does not mind. */
    public static void check(String path) {
        check(path, SignedTokens.ofTests(), "a0000000000000000000nobody");
    }

    /**
     * Tries them all in a {@code @QuarkusTest}.
     *
     * @param path that a signed-in member may GET; a role beyond that would answer 403, which counts as known, too
     * @param signer whose key the service knows
     * @param userId whose tokens they are
     */
    public static void check(String path, SignedTokens signer, String userId) {
        var rules = new TokenRules(signer, userId);
        var right = signer.rs256(rules.header(), rules.claims());
        eventually(
                "a right token is known at " + path,
                PATIENCE,
                () -> get(path, right).statusCode() != 401);
        var accepted = new TreeMap<String, Integer>();
        rules.forged().forEach((kind, token) -> {
            var answer = get(path, token);
            if (answer.statusCode() != 401 || !answer.contentType().startsWith("application/problem+json")) {
                accepted.put(kind, answer.statusCode());
            }
        });
        var program = get(path, rules.ofAProgram()).statusCode();
        if (program != 403) {
            accepted.put("of a program, for itself", program);
        }
        if (!accepted.isEmpty()) {
            throw new AssertionError(path + " accepts tokens that are not what they seem: " + accepted);
        }
    }

    private Map<String, String> forged() {
        var forged = new LinkedHashMap<String, String>();
        forged.put("unsigned", SignedTokens.unsigned(header("alg", "none"), claims()));
        forged.put("unsigned, in other letters", SignedTokens.unsigned(header("alg", "nOnE"), claims()));
        forged.put("RS256 without its signature", SignedTokens.unsigned(header(), claims()));
        forged.put("HS256 with the public key", hs256(signer.pair().getPublic().getEncoded()));
        forged.put("HS256 with the public key as PEM", hs256(pem()));
        forged.put("unknown kid", signer.rs256(header("kid", "unknown"), claims()));
        forged.put("no kid", signer.rs256(Map.of("alg", "RS256"), claims()));
        forged.put("another key", new SignedTokens(SignedTokens.newPair(), signer.keyId()).rs256(header(), claims()));
        forged.put("another issuer", signed("iss", "https://evil.example"));
        forged.put("another audience", signed("aud", "shop"));
        forged.put("expired", signed("exp", seconds(-60)));
        forged.put("not yet valid", signed("nbf", seconds(60)));
        forged.put("issued in the future", signed("iat", seconds(60)));
        forged.put("no issuer", without("iss"));
        forged.put("no audience", without("aud"));
        forged.put("no end", without("exp"));
        forged.put("nobody's", without("sub"));
        forged.put("changed after it was signed", changed());
        return forged;
    }

    private String ofAProgram() {
        var claims = new HashMap<>(claims());
        claims.remove("sid");
        claims.remove("groups");
        claims.put("sub", "shop");
        claims.put("client_id", "shop");
        return signer.rs256(header(), claims);
    }

    private String changed() {
        var good = signer.rs256(header(), claims()).split("\\.");
        var other = SignedTokens.unsigned(header(), with("sub", "admin")).split("\\.");
        return good[0] + "." + other[1] + "." + good[2];
    }

    private String signed(String claim, Object value) {
        return signer.rs256(header(), with(claim, value));
    }

    private String without(String claim) {
        var claims = new HashMap<>(claims());
        claims.remove(claim);
        return signer.rs256(header(), claims);
    }

    private String hs256(byte[] secret) {
        return SignedTokens.hs256(secret, header("alg", "HS256"), claims());
    }

    private byte[] pem() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(signer.pair().getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, Object> header() {
        return Map.of("alg", "RS256", "typ", "JWT", "kid", signer.keyId());
    }

    private Map<String, Object> header(String member, Object value) {
        var header = new HashMap<>(header());
        header.put(member, value);
        return header;
    }

    private Map<String, Object> claims() {
        return Map.ofEntries(
                entry("iss", Callers.PUBLIC_URL),
                entry("aud", "pana"),
                entry("sub", userId),
                entry("sid", "a000000000000000000session"),
                entry("jti", "a0000000000000000000000jti"),
                entry("groups", List.of("member")),
                entry("iat", seconds(0)),
                entry("exp", seconds(300)));
    }

    private Map<String, Object> with(String claim, Object value) {
        var claims = new HashMap<>(claims());
        claims.put(claim, value);
        return claims;
    }

    private long seconds(long later) {
        return now.plusSeconds(later).getEpochSecond();
    }

    private static Response get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }
}
