package club.panamia.auth.token;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.secret.EncryptionKeys;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Makes signing keys, and keeps their private halves encrypted. */
@Singleton
class KeyMaker {

    private static final int BITS = 2048;
    private static final String CONTEXT = "signing-key:";

    private final EncryptionKeys encryption;

    KeyMaker(EncryptionKeys encryption) {
        this.encryption = encryption;
    }

    /** A new pair; takes tenths of a second of one core. */
    SigningKey make(Instant activeFrom) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var id = Ids.next();
            var jwk = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
            jwk.setKeyId(id);
            jwk.setAlgorithm("RS256");
            jwk.setUse("sig");
            return new SigningKey(
                    id,
                    new JsonObject(jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)),
                    pair,
                    activeFrom,
                    activeFrom.plus(SigningKey.PUBLISHED_FOR),
                    false,
                    false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /** Its row. */
    Tuple row(SigningKey key) {
        return Tuple.of(
                key.id(),
                key.publicJwk(),
                sealed(key),
                key.activeFrom().atOffset(ZoneOffset.UTC),
                key.expiresAt().atOffset(ZoneOffset.UTC));
    }

    /** Its private half, encrypted under the newest key. */
    Buffer sealed(SigningKey key) {
        return Buffer.buffer(encryption.encrypt(key.pair().getPrivate().getEncoded(), CONTEXT + key.id()));
    }

    SigningKey open(Row row) {
        var id = row.getString("id");
        var sealed = row.getBuffer("private_key").getBytes();
        var publicJwk = row.getJsonObject("public_jwk");
        return new SigningKey(
                id,
                publicJwk,
                pair(id, publicJwk, encryption.decrypt(sealed, CONTEXT + id)),
                row.getOffsetDateTime("active_from").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getOffsetDateTime("succession_asked_at") != null,
                encryption.needsReencryption(sealed));
    }

    private static KeyPair pair(String id, JsonObject publicJwk, byte[] encoded) {
        try {
            return new KeyPair(
                    PublicJsonWebKey.Factory.newPublicJwk(publicJwk.encode()).getPublicKey(),
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("the signing key " + id + " cannot be read", e);
        }
    }
}
