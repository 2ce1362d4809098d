package club.panamia.dev.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JwtTest {

    private static final KeyPair KEYS = keys();

    @Test
    void takesATokenThatAKeyOfTheSetSigned() throws GeneralSecurityException {
        var token = Jwt.parse(token("RS256", "k1", KEYS));

        assertThat(token.verifiedBy(keySet("k1", KEYS)).claims().getString("sub"))
                .isEqualTo("ana");
    }

    @Test
    void refusesATokenOfAnotherKeyUnderTheSameName() throws GeneralSecurityException {
        var token = Jwt.parse(token("RS256", "k1", keys()));

        assertThatThrownBy(() -> token.verifiedBy(keySet("k1", KEYS))).isInstanceOf(Unexpected.class);
    }

    @Test
    void refusesAnUnknownKeyAndAnotherAlgorithm() throws GeneralSecurityException {
        var unknown = Jwt.parse(token("RS256", "k2", KEYS));
        var none = Jwt.parse(token("none", "k1", KEYS));

        assertThatThrownBy(() -> unknown.verifiedBy(keySet("k1", KEYS))).hasMessageContaining("a key k2");
        assertThatThrownBy(() -> none.verifiedBy(keySet("k1", KEYS))).hasMessageContaining("got none");
    }

    private static String token(String algorithm, String kid, KeyPair pair) throws GeneralSecurityException {
        var signed = part(new JsonObject().put("alg", algorithm).put("kid", kid)) + "."
                + part(new JsonObject().put("sub", "ana"));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes());
        return signed + "." + base64(signature.sign());
    }

    private static JsonObject keySet(String kid, KeyPair pair) {
        var key = (RSAPublicKey) pair.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("kid", kid)
                                        .put("n", base64(key.getModulus().toByteArray()))
                                        .put("e", base64(key.getPublicExponent().toByteArray()))));
    }

    private static String part(JsonObject json) {
        return base64(json.encode().getBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
