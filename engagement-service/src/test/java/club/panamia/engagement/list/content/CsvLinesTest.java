package club.panamia.engagement.list.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @Test
    void areReadHoweverTheyEnd() {
        assertThat(CsvLines.of("\uFEFFa,b\r\n\nc,\"d\"\n\"e\",f"))
                .containsExactly(
                        new CsvLine(1, List.of("a", "b"), true),
                        new CsvLine(3, List.of("c", "d"), true),
                        new CsvLine(4, List.of("e", "f"), true));
    }

    @Test
    void keepWhatIsQuoted() {
        assertThat(CsvLines.of("a,\"b, \"\"c\"\"\nd\"\r\ne"))
                .containsExactly(new CsvLine(1, List.of("a", "b, \"c\"\nd"), true), new CsvLine(3, List.of("e"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "a,b\"c\"", "\"a\"b,c", "a\rb"})
    void areNotWholeWhereQuotesOrEndsStandWhereTheyShouldNot(String text) {
        assertThat(CsvLines.of(text)).extracting(CsvLine::whole).containsExactly(false);
    }

    @Test
    void areNothingWhereThereIsNothing() {
        assertThat(CsvLines.of("\r\n\n  \n")).isEmpty();
    }

    @Test
    void giveBackEverythingThatTheExportWrites() {
        var random = new Random(20260301);
        var letters = List.of("a", "\"", ",", "\r\n", "\n", "'", "=", "-", "ñ", " x");
        for (var round = 0; round < 500; round++) {
            var note = "n"
                    + String.join(
                            "",
                            IntStream.range(0, random.nextInt(12))
                                    .mapToObj(i -> letters.get(random.nextInt(letters.size())))
                                    .toList())
                    + "n";
            var thing = new ListedThing("people", "=ana" + round, note);

            var lines = CsvLines.of(ListCsv.HEAD + ListCsv.line(thing));

            assertThat(lines).hasSize(2).allMatch(CsvLine::whole);
            assertThat(ListCsv.isHead(lines.getFirst())).isTrue();
            assertThat(ListCsv.thing(lines.getLast())).isEqualTo(thing);
        }
    }
}
