package club.panamia.social.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerKeyTest {

    private static PublicKey made(String algorithm, int size) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPublic();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der));
    }

    @Test
    void readsRsaKeysAsBothKindsOfPem() throws GeneralSecurityException {
        var key = made("RSA", 2048);
        var spki = key.getEncoded();
        var pkcs1 = Arrays.copyOfRange(spki, 24, spki.length);

        assertThat(PeerKey.ofPem(pem("PUBLIC KEY", spki))).isEqualTo(key);
        assertThat(PeerKey.ofPem(pem("RSA PUBLIC KEY", pkcs1))).isEqualTo(key);
    }

    @Test
    void readsAnEd25519KeyAsAMultikey() throws GeneralSecurityException {
        var key = made("Ed25519", 255);
        var spki = key.getEncoded();
        var multikey = HexFormat.of().parseHex("ed01" + HexFormat.of().formatHex(spki, 12, spki.length));

        assertThat(PeerKey.ofMultikey(Multibase.base58btc(multikey))).isEqualTo(key);
    }

    @Test
    void takesNoKeyThatIsEasilyBroken() throws GeneralSecurityException {
        var small = pem("PUBLIC KEY", made("RSA", 1024).getEncoded());
        var other = pem("PUBLIC KEY", made("EC", 256).getEncoded());

        assertThatThrownBy(() -> PeerKey.ofPem(small)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeerKey.ofPem(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z", "zl0", "u6MkTest", "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"})
    void takesNoMultikeyThatIsNone(String text) {
        assertThatThrownBy(() -> PeerKey.ofMultikey(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeerKey.ofPem(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
