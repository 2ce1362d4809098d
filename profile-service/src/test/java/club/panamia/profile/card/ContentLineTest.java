package club.panamia.profile.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentLineTest {

    @Test
    void escapesWhatHasAMeaning() {
        assertThat(ContentLine.text("NOTE", "one, two; three\\four\r\nfive"))
                .isEqualTo("NOTE:one\\, two\\; three\\\\four\\nfive\r\n");
    }

    @Test
    void letsNobodyBeginALineOfTheirOwn() {
        assertThat(ContentLine.text("FN", "Ana\nEMAIL:evil@example.org")).doesNotContain("\nEMAIL");
        assertThat(ContentLine.uri("URL", "https://example.org/\r\nEMAIL:x"))
                .isEqualTo("URL:https://example.org/EMAIL:x\r\n");
        assertThat(ContentLine.structured("ADR", "", null, "8 Calle Ocho; apt\n2"))
                .isEqualTo("ADR:;;8 Calle Ocho\\; apt\\n2\r\n");
    }

    @Test
    void foldsAt75OctetsAndCutsNoCharacter() {
        var line = ContentLine.text("NOTE", "ñ🌴".repeat(60));

        assertThat(line.split("\r\n"))
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(line.replace("\r\n ", "")).isEqualTo("NOTE:" + "ñ🌴".repeat(60) + "\r\n");
    }

    @Test
    void saysNothingWhereThereIsNothing() {
        assertThat(ContentLine.text("NOTE", null)).isEmpty();
        assertThat(ContentLine.text("NOTE", " ")).isEmpty();
        assertThat(ContentLine.uri("URL", null)).isEmpty();
        assertThat(ContentLine.structured("ADR", null, "", null)).isEmpty();
    }
}
