package club.panamia.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagTest {

    @Test
    void standsForTheContentAlone() {
        assertThat(ETag.of("hola")).isEqualTo(ETag.of("hola")).matches("\"[0-9a-f]{20}\"");
        assertThat(ETag.of("hola")).isNotEqualTo(ETag.of("Hola"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "*", " * ", "\"6\", \"7\"", "\"6\",W/\"7\""})
    void isKnownToWhoNamesIt(String header) {
        assertThat(ETag.isKnown("\"7\"", header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "\"6\"", "\"77\"", "\"17\", \"71\"", "\"*\"", ","})
    void isKnownToNobodyElse(String header) {
        assertThat(ETag.isKnown("\"7\"", header)).isFalse();
    }
}
