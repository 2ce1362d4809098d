package club.panamia.social.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void readsLinesHoweverTheyEndAndCellsOverSeveral() {
        var lines = Csv.read("\uFEFFa,b\r\n\r\n\"one\ntwo, \"\"three\"\"\",  c \r \nd\"e\"");

        assertThat(lines)
                .containsExactly(
                        new Csv.Line(1, List.of("a", "b")),
                        new Csv.Line(3, List.of("one\ntwo, \"three\"", "c")),
                        new Csv.Line(6, List.of("d\"e\"")));
        assertThat(Csv.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@name", "\tx", "plain", "with, comma", "with \"quotes\"", "of\r\nlines", ""
            })
    void readsWhatItWritesAndNoSpreadsheetRunsIt(String cell) {
        var line = Csv.line(List.of(cell, "end"));

        assertThat(line).doesNotMatch("(?s)\"?[=+@\\-\\t].*").endsWith("end\n");
        assertThat(Csv.read(line).getFirst().cells()).containsExactly(cell.strip(), "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"b", "\"a\"b", "\"a\" ,b", "a\0b"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Csv.read(text)).isInstanceOf(Problem.class);
    }

    @Test
    void saysWhereAQuoteDoesNotEnd() {
        assertThatThrownBy(() -> Csv.read("a\n\nb,\"c\nd")).hasMessageContaining("Line 3");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> Csv.read(new byte[] {'a', (byte) 0xFF})).isInstanceOf(Problem.class);
        assertThat(Csv.read("ñ".getBytes(StandardCharsets.UTF_8)).getFirst().cells())
                .containsExactly("ñ");
    }
}
