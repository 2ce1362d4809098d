package club.panamia.ops.csv;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) that no spreadsheet runs as formulas. */
public final class Csv {

    /** What spreadsheets take as the beginning of a formula. */
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n";

    private Csv() {}

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
                .map(batch -> batch.stream().map(cells).map(Csv::line).collect(Collectors.joining()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(line(header)), rows);
    }

    static String line(List<@Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted always; a text that a spreadsheet might run begins with an apostrophe. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        var harmless = !text.isEmpty() && BEGINS_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
