package club.panamia.ops.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesWhatStandsInACell() {
        assertThat(Csv.line(Csv.cells("a", "b,\"c\"\nd", null, 7))).isEqualTo("\"a\",\"b,\"\"c\"\"\nd\",,\"7\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void makesTextOfWhatASpreadsheetWouldRun(String formula) {
        assertThat(Csv.line(Csv.cells(formula))).isEqualTo("\"'" + formula + "\"\r\n");
    }

    @Test
    void writesEveryBatchBehindTheHeader() {
        var asked = new ArrayList<@Nullable Integer>();

        var lines = Csv.<Integer>of(Csv.cells("n"), last -> batch(last, asked), n -> Csv.cells(n))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));

        assertThat(String.join("", lines)).isEqualTo("\"n\"\r\n\"1\"\r\n\"2\"\r\n\"3\"\r\n\"4\"\r\n\"5\"\r\n");
        assertThat(asked).containsExactly(null, 2, 4, 5);
    }

    @Test
    void writesTheHeaderAloneWhereThereIsNothing() {
        var lines = Csv.<Integer>of(Csv.cells("n"), last -> Uni.createFrom().item(List.of()), n -> Csv.cells(n))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));

        assertThat(lines).containsExactly("\"n\"\r\n");
    }

    /** Two at a time, of five. */
    private static Uni<List<Integer>> batch(@Nullable Integer last, List<@Nullable Integer> asked) {
        asked.add(last);
        var from = last == null ? 1 : last + 1;
        return Uni.createFrom()
                .item(IntStream.rangeClosed(from, Math.min(from + 1, 5)).boxed().toList());
    }
}
