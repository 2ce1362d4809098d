package club.panamia.engagement.list.content;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.csv.Csv;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListCsvTest {

    @Test
    void givesBackEverythingThatTheExportWrites() {
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

            var lines = Csv.read(ListCsv.HEAD + ListCsv.line(thing), 3);

            assertThat(lines).hasSize(2).allMatch(line -> line.fault() == null);
            assertThat(ListCsv.isHead(lines.getFirst())).isTrue();
            assertThat(ListCsv.thing(lines.getLast())).isEqualTo(thing);
        }
    }
}
