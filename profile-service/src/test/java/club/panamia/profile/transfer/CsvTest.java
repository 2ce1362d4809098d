package club.panamia.profile.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "two\nlines",
                "CR\r\nLF",
                "=1+1",
                "+1 305 555 0100",
                "-80.2",
                "@ana",
                "\tx",
                "'=1+1",
                "''",
                "'quoted'",
                "ñandú",
                "=cmd|' /C calc'!A0"
            })
    void readsWhatItWrote(String cell) {
        var rows = Csv.rows(Csv.row(List.of("first", cell, "last")), ALL);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().cells()).containsExactly("first", cell, "last");
        assertThat(rows.getFirst().whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1"})
    void writesNoFormula(String cell) {
        assertThat(Csv.row(List.of(cell)).replace("\"", "")).startsWith("'");
    }

    @Test
    void knowsWhereARowBegins() {
        var rows = Csv.rows("a,b\r\n\"one\ntwo\",c\n\nd,e", ALL);

        assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 2, 5);
        assertThat(rows.get(1).cells()).containsExactly("one\ntwo", "c");
        assertThat(rows.get(2).cells()).containsExactly("d", "e");
    }

    @Test
    void noticesAQuoteThatIsNeverClosed() {
        var rows = Csv.rows("a,b\n\"c,d\ne,f", ALL);

        assertThat(rows).extracting(Csv.Row::whole).containsExactly(true, false);
    }

    @Test
    void keepsEmptyCells() {
        assertThat(Csv.rows("a,,\n", ALL).getFirst().cells()).containsExactly("a", "", "");
        assertThat(Csv.rows("", ALL)).isEmpty();
    }

    /** A file of ten megabytes can have five million rows, or as many cells in one. */
    @Test
    void readsNoMoreThanItIsAskedFor() {
        assertThat(Csv.rows("a\n".repeat(1000), 7)).hasSize(7);
        assertThat(Csv.rows(",".repeat(1000), 7).getFirst().cells()).hasSize(100);
    }
}
