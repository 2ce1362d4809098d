package club.panamia.content.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "200,1", "201,2", "400,2", "401,3"})
    void takesAMinuteForTwoHundredWords(int words, int minutes) {
        assertThat(new Prose("word ".repeat(words)).readingTime()).isEqualTo(minutes);
    }

    @Test
    void countsNeitherCodeNorTheAddressesOfLinks() {
        assertThat(new Prose("```\n" + "word ".repeat(500) + "\n```").readingTime())
                .isEqualTo(1);
        assertThat(new Prose("[one](a b c d) ".repeat(200)).readingTime()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'# Title\n\nPara **bold** and [link](https://example.org).'|Title Para bold and link.",
                "'See ![a kiln](k.png) the `glaze` code'|See the glaze code",
                "'> quoted ~~not~~ hand-built'|quoted not hand-built",
            })
    void beginsWithPlainWords(String markdown, String excerpt) {
        assertThat(new Prose(markdown).excerpt()).contains(excerpt);
    }

    @Test
    void cutsAtAGapNearTheEndOrElseInTheWord() {
        assertThat(excerptOf("x".repeat(300))).hasSize(300);
        assertThat(excerptOf("x".repeat(400))).hasSize(303).endsWith("x...");
        assertThat(excerptOf("a".repeat(215) + " " + "b".repeat(200)))
                .hasSize(218)
                .endsWith("a...");
        assertThat(excerptOf("a".repeat(205) + " " + "b".repeat(200)))
                .hasSize(303)
                .endsWith("b...");
        assertThat(excerptOf("x".repeat(299) + "🌴🌴")).isEqualTo("x".repeat(299) + "...");
    }

    @Test
    void hasNoBeginningWithoutWords() {
        assertThat(new Prose(" \n# \n").excerpt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "![", "`", "```", "[a](", "](", "a-", "![]("})
    void readsATextOfAnyShapeInAMoment(String piece) {
        var prose = new Prose(piece.repeat(200_000 / piece.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            prose.readingTime();
            prose.excerpt();
        });
    }

    private static String excerptOf(String markdown) {
        return new Prose(markdown).excerpt().orElseThrow();
    }
}
