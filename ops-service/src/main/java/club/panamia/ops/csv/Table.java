package club.panamia.ops.csv;

import club.panamia.kernel.csv.Csv;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table for spreadsheets, as comma-separated values. */
public final class Table {

    private Table() {}

    /** A row's cells; null is an empty one. */
    public static List<@Nullable Object> cells(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /**
     * A header and then all rows, batch by batch, so that any number of them takes little memory and no transaction stays open.
     *
     * @param after the rows that follow the given one; from the first on where there is none; none at the end
     */
    public static <T> Multi<String> of(
            List<@Nullable Object> header,
            Function<@Nullable T, Uni<List<T>>> after,
            Function<T, List<@Nullable Object>> cells) {
        var last = new AtomicReference<@Nullable T>();
        var rows = Multi.createBy()
                .repeating()
                .uni(() -> after.apply(last.get()).invoke(batch -> {
                    if (!batch.isEmpty()) {
                        last.set(batch.getLast());
                    }
                }))
                .until(List::isEmpty)
                .map(batch -> batch.stream().map(cells).map(Table::line).collect(Collectors.joining()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(line(header)), rows);
    }

    private static String line(List<@Nullable Object> cells) {
        return Csv.line(
                cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList());
    }
}
