package club.panamia.kernel.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeysTest {

    private static final String OLD = "2025:" + key('o');
    private static final String NEW = "2026:" + key('n');
    private static final byte[] PLAIN = "https://pana.example/login/confirm?token=abc".getBytes(StandardCharsets.UTF_8);

    @Test
    void givesBackWhatItEncrypted() {
        var keys = keys(NEW);

        var sealed = keys.encrypt(PLAIN, "mail/1");

        assertThat(keys.decrypt(sealed, "mail/1")).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token");
    }

    @Test
    void encryptsTheSameTwiceDifferently() {
        var keys = keys(NEW);

        assertThat(keys.encrypt(PLAIN, "mail/1")).isNotEqualTo(keys.encrypt(PLAIN, "mail/1"));
    }

    @Test
    void encryptsUnderTheFirstKeyAndDecryptsUnderAll() {
        var sealedBefore = keys(OLD).encrypt(PLAIN, "mail/1");
        var rotated = keys(NEW + "," + OLD);

        assertThat(rotated.ids()).containsExactly("2026", "2025");
        assertThat(rotated.decrypt(sealedBefore, "mail/1")).isEqualTo(PLAIN);
        assertThat(rotated.needsReencryption(sealedBefore)).isTrue();
        assertThat(rotated.needsReencryption(rotated.encrypt(PLAIN, "mail/1"))).isFalse();
    }

    @Test
    void signsUnderTheFirstKeyAndKnowsTheSignaturesOfAll() {
        var signedBefore = keys(OLD).sign("file until 7", "file");
        var rotated = keys(NEW + "," + OLD);

        assertThat(rotated.hasSigned("file until 7", "file", signedBefore)).isTrue();
        assertThat(keys(NEW).hasSigned("file until 7", "file", rotated.sign("file until 7", "file")))
                .isTrue();
        assertThat(keys(NEW).hasSigned("file until 7", "file", signedBefore)).isFalse();
        assertThat(rotated.hasSigned("file until 8", "file", signedBefore)).isFalse();
        assertThat(rotated.hasSigned("file until 7", "mail", signedBefore)).isFalse();
        assertThat(rotated.hasSigned("file until 7", "file", new byte[0])).isFalse();
    }

    @Test
    void refusesAnotherContext() {
        var keys = keys(NEW);
        var sealed = keys.encrypt(PLAIN, "mail/1");

        assertThatThrownBy(() -> keys.decrypt(sealed, "mail/2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesEveryChangedByte() {
        var keys = keys(NEW);
        var sealed = keys.encrypt(PLAIN, "mail/1");

        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.decrypt(changed, "mail/1"))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesACiphertextThatIsCutOffAnywhere() {
        var keys = keys(NEW);
        var sealed = keys.encrypt(PLAIN, "mail/1");

        for (var length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> keys.decrypt(cut, "mail/1"))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesTheKeyThatIsNoLongerListed() {
        var sealed = keys(OLD).encrypt(PLAIN, "mail/1");

        assertThatThrownBy(() -> keys(NEW).decrypt(sealed, "mail/1")).hasMessageContaining("'2025'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026:",
                ":bm8=",
                "2026:not base64",
                "2026:bm90MzJieXRlcw==",
                "a b:bm90MzJieXRlcw==",
                "2026:AAAAA",
            })
    void refusesABadSettingInOneLineThatNamesItAndNotItsValue(String setting) {
        assertThatThrownBy(() -> keys(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("PANA_ENCRYPTION_KEYS ")
                .hasMessageNotContainingAny("\n", "bm90MzJieXRlcw", "not base64,");
    }

    @Test
    void refusesAKeyNamedTwice() {
        assertThatThrownBy(() -> keys(NEW + "," + NEW)).hasMessageContaining("twice");
    }

    private static EncryptionKeys keys(String setting) {
        return new EncryptionKeys(Optional.of(setting));
    }

    private static String key(char filling) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filling).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
