package club.panamia.kernel.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String SECRET = "a-secret-of-thirty-two-characters";
    private final Tokens tokens = new Tokens(Optional.of(SECRET));

    @Test
    void makesTokensOf32RandomBytesThatFitIntoAUrl() {
        var made = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            made.add(Tokens.newToken());
        }

        assertThat(made).hasSize(1000).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void makesCodesOfSixDigits() {
        for (var i = 0; i < 1000; i++) {
            assertThat(Tokens.newCode()).matches("[0-9]{6}");
        }
    }

    @Test
    void hashesAsAuthJsDoes() {
        // printf '%s' 'raw-tokena-secret-of-thirty-two-characters' | sha256sum
        assertThat(tokens.hash("raw-token"))
                .isEqualTo("55dcaa64fd3de9bdc537bb78fecfc4cf4409be191d02493a9fc191980b67ef0d");
    }

    @Test
    void matchesOnlyTheTokenItself() {
        var hash = tokens.hash("raw-token");

        assertThat(tokens.matches("raw-token", hash)).isTrue();
        assertThat(tokens.matches("raw-tokem", hash)).isFalse();
        assertThat(tokens.matches("raw-token", "")).isFalse();
    }

    @Test
    void refusesAMissingOrShortSecretInOneLine() {
        assertThatThrownBy(() -> new Tokens(Optional.empty())).hasMessageStartingWith("AUTH_SECRET is missing");
        assertThatThrownBy(() -> new Tokens(Optional.of("short")))
                .hasMessageStartingWith("AUTH_SECRET is too short")
                .hasMessageNotContaining("\n");
    }
}
