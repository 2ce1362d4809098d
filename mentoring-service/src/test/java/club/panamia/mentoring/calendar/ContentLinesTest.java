package club.panamia.mentoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

    @Test
    void foldsAtSeventyFiveOctetsAndNeverWithinACharacter() {
        var value = "ñandú 🎨 ".repeat(40);

        var text = new ContentLines().text("SUMMARY", value).toString();

        assertThat(text).endsWith("\r\n");
        assertThat(text.split("\r\n"))
                .hasSizeGreaterThan(5)
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\uFFFD"));
        assertThat(text.replace("\r\n ", "")).isEqualTo("SUMMARY:" + value + "\r\n");
    }

    @Test
    void escapesWhatWouldEndAValue() {
        var text = new ContentLines()
                .text("SUMMARY", "Clay; glazes, kilns\\ovens\nEND:VEVENT")
                .toString();

        assertThat(text).isEqualTo("SUMMARY:Clay\\; glazes\\, kilns\\\\ovens\\nEND:VEVENT\r\n");
    }

    @Test
    void writesTimesInUtc() {
        assertThat(new ContentLines()
                        .time("DTSTART", Instant.parse("2026-03-08T07:00:00.9Z"))
                        .toString())
                .isEqualTo("DTSTART:20260308T070000Z\r\n");
    }
}
