package club.panamia.kernel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.problem.Problem;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final int ALL = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a,b",
                "a \"word\"",
                "\"",
                "two\nlines",
                "CR\r\nLF",
                "=1+1",
                "+1 305 555 0100",
                "-80.2",
                "@ana",
                "\tx",
                "\nx",
                "'=1+1",
                "''",
                "'quoted'",
                " around ",
                "ñandú",
                "=cmd|' /C calc'!A0"
            })
    void readsWhatItWrote(String cell) {
        var lines = Csv.read(Csv.line(List.of("first", cell, "last")), ALL);

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().sound().cells()).containsExactly("first", cell, "last");
    }

    @Test
    void readsWhatItWroteOfAnySigns() {
        var random = new Random(20260301);
        var signs = List.of("a", "\"", ",", "\r\n", "\n", "\r", "'", "=", "-", "ñ", " x");
        for (var round = 0; round < 500; round++) {
            var cell = String.join(
                    "",
                    IntStream.range(0, random.nextInt(12))
                            .mapToObj(i -> signs.get(random.nextInt(signs.size())))
                            .toList());

            var lines = Csv.read(Csv.line(List.of("first", cell)), ALL);

            assertThat(lines).extracting(CsvLine::cells).containsExactly(List.of("first", cell));
            assertThat(lines).extracting(CsvLine::fault).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1"})
    void writesNoFormula(String cell) {
        assertThat(Csv.row(List.of(cell)).replace("\"", "")).startsWith("'").endsWith(cell);
    }

    @Test
    void endsLinesAsTheStandardSays() {
        assertThat(Csv.line(List.of("a", "", "b \"c\""))).isEqualTo("a,,\"b \"\"c\"\"\"\r\n");
    }

    @Test
    void readsLinesHoweverTheyEndAndCellsOverSeveral() {
        var lines = Csv.read("\uFEFFa,b\r\n\r\n\"one\ntwo, \"\"three\"\"\",  c \r \nd,\"e\r\nf\"\rg", ALL);

        assertThat(lines).extracting(CsvLine::number).containsExactly(1, 3, 6, 8);
        assertThat(lines)
                .extracting(CsvLine::words)
                .containsExactly(
                        List.of("a", "b"), List.of("one\ntwo, \"three\"", "c"), List.of("d", "e\r\nf"), List.of("g"));
        assertThat(lines.get(2).text()).isEqualTo("d,\"e\r\nf\"");
        assertThat(lines).extracting(CsvLine::fault).containsOnlyNulls();
    }

    @Test
    void keepsEmptyCellsAndNoEmptyLines() {
        assertThat(Csv.read("a,,\n", ALL).getFirst().cells()).containsExactly("a", "", "");
        assertThat(Csv.read("\r\n\n  \n\"\"\n", ALL)).isEmpty();
        assertThat(Csv.read("", ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,\"b | has a quote that is never closed",
                "\"a\"b | has something behind a quote",
                "\"a\" ,b | has something behind a quote",
                "a\"b\" | has a quote within a cell"
            })
    void saysWhatIsWrongWithALine(String text, String fault) {
        var lines = Csv.read("first\n\n" + text, ALL);

        assertThat(lines.getLast().fault()).isEqualTo(fault);
        assertThatThrownBy(() -> lines.getLast().sound())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Line 3 has");
    }

    @Test
    void saysThatALineIsNoText() {
        assertThatThrownBy(() -> Csv.read("a\0b", ALL).getFirst().sound()).hasMessageContaining("Line 1 is no text");
    }

    @Test
    void goesOnBehindALineThatIsWrong() {
        var lines = Csv.read("\"a\"b\",c\nd,e", ALL);

        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().sound().cells()).containsExactly("d", "e");
    }

    /** A file of ten megabytes can have five million lines, or as many cells in one. */
    @Test
    void readsNoMoreThanItIsAskedFor() {
        assertThat(Csv.read("a\n".repeat(1000), 7)).hasSize(7);
        assertThat(Csv.read(",".repeat(1000), 7).getFirst().cells()).hasSize(100);
    }
}
