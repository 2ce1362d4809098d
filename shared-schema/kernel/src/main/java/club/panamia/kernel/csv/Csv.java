package club.panamia.kernel.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180). What a spreadsheet would run as a formula is written with an apostrophe before it, and read
 * without.
 */
public final class Csv {

    /** Cells that begin so are formulas to one spreadsheet or another; with the apostrophes the guard can be undone. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n]");

    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /**
     * The lines of a file but for empty ones, and no more than so many. They may end as on any system, and within quotes a cell goes
     * on over several; a mark of the order of bytes is passed over. No text is refused: each line says whether it is one.
     */
    public static List<CsvLine> read(String text, int most) {
        return new CsvReader(text).lines(most);
    }

    /** With the line's end, CRLF. */
    public static String line(List<String> cells) {
        return row(cells) + "\r\n";
    }

    /** Without an end, for files whose readers want another one. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::written).collect(Collectors.joining(","));
    }

    private static String written(String cell) {
        var guarded = FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
        return SPECIAL.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
