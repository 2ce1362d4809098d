package club.panamia.testing.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens made by hand (RFC 7515, section 7.1), right ones and forged ones, signed by a key that the service under test
 * knows.
 */
public record SignedTokens(KeyPair pair, String keyId) {

    private static final SignedTokens OF_TESTS = new SignedTokens(newPair(), "tests");

    /** By the key that services under test are served ({@link JwksForTests}). */
    public static SignedTokens ofTests() {
        return OF_TESTS;
    }

    public static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String rs256(Map<String, Object> header, Map<String, Object> claims) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed(header, claims).getBytes(StandardCharsets.US_ASCII));
            return signed(header, claims) + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String hs256(byte[] secret, Map<String, Object> header, Map<String, Object> claims) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed(header, claims) + "."
                    + encode(mac.doFinal(signed(header, claims).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return signed(header, claims) + ".";
    }

    /** The public key as a set (RFC 7517, section 5). */
    String jwks() {
        var key = (RSAPublicKey) pair.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(
                        keyId,
                        encode(key.getModulus().toByteArray()),
                        encode(key.getPublicExponent().toByteArray()));
    }

    private static String signed(Map<String, Object> header, Map<String, Object> claims) {
        return encode(json(header).getBytes(StandardCharsets.UTF_8)) + "."
                + encode(json(claims).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, Object> members) {
        return members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member -> text(member.getKey()) + ":" + value(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case List<?> list -> list.stream().map(SignedTokens::value).collect(Collectors.joining(",", "[", "]"));
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        return '"' + text + '"';
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
