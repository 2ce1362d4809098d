package club.panamia.social.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodesTest {

    @Test
    void standBetweenWords() {
        assertThat(Shortcodes.in("Hola :pan:, (:pan_2:) and :queso: :pan:")).containsExactly("pan", "pan_2", "queso");
        assertThat(Shortcodes.in(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at 10:30:45", "a:pan:", ":pan:s", "::pan::", ":p:", ":Pan:", ":pan dulce:", "ñ:pan:", ": pan:"})
    void areNothingElse(String text) {
        assertThat(Shortcodes.in(text)).isEmpty();
    }

    @Test
    void areFiftyAtMost() {
        var many = IntStream.range(0, 60).mapToObj(":pan_%d:"::formatted).collect(Collectors.joining(" "));

        assertThat(Shortcodes.in(many)).hasSize(50);
    }
}
