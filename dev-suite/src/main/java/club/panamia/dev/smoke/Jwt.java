package club.panamia.dev.smoke;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** A signed token as a stranger verifies it: RS256 (RFC 7518, section 3.3), with nothing but the public keys. */
record Jwt(JsonObject header, JsonObject claims, String signed, byte[] signature) {

    static Jwt parse(String token) {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            throw new Unexpected("the token", "three parts", parts.length);
        }
        return new Jwt(json(parts[0]), json(parts[1]), parts[0] + "." + parts[1], decoded(parts[2]));
    }

    /** Refuses a token that no key of the set signed. */
    Jwt verifiedBy(JsonObject keySet) {
        if (!"RS256".equals(header.getString("alg"))) {
            throw new Unexpected("the token's algorithm", "RS256", header.getString("alg"));
        }
        var kid = header.getString("kid");
        var key = keySet.getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .filter(jwk -> kid != null && kid.equals(jwk.getString("kid")))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the key set", "a key " + kid, keySet.encode()));
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(publicKey(key));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            if (!verifier.verify(signature)) {
                throw new Unexpected("the token", "a signature by key " + kid, "another one");
            }
        } catch (GeneralSecurityException e) {
            throw new Unexpected("the token", "a signature by key " + kid, e.toString());
        }
        return this;
    }

    private static PublicKey publicKey(JsonObject jwk) throws GeneralSecurityException {
        var modulus = new BigInteger(1, decoded(jwk.getString("n")));
        var exponent = new BigInteger(1, decoded(jwk.getString("e")));
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(decoded(part), StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
