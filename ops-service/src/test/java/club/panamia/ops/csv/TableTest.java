package club.panamia.ops.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void writesEveryBatchBehindTheHeader() {
        var asked = new ArrayList<@Nullable Integer>();

        var lines = Table.<Integer>of(Table.cells("n", null), last -> batch(last, asked), n -> Table.cells(n, null))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));

        assertThat(String.join("", lines)).isEqualTo("n,\r\n1,\r\n2,\r\n3,\r\n4,\r\n5,\r\n");
        assertThat(asked).containsExactly(null, 2, 4, 5);
    }

    @Test
    void writesTheHeaderAloneWhereThereIsNothing() {
        var lines = Table.<Integer>of(Table.cells("n"), last -> Uni.createFrom().item(List.of()), n -> Table.cells(n))
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(5));

        assertThat(lines).containsExactly("n\r\n");
    }

    /** Two at a time, of five. */
    private static Uni<List<Integer>> batch(@Nullable Integer last, List<@Nullable Integer> asked) {
        asked.add(last);
        var from = last == null ? 1 : last + 1;
        return Uni.createFrom()
                .item(IntStream.rangeClosed(from, Math.min(from + 1, 5)).boxed().toList());
    }
}
