package club.panamia.profile.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), with line feeds as well as the standard's CRLF. What a spreadsheet would run as a formula is
 * written with an apostrophe before it, and read without.
 */
final class Csv {

    /** Cells that begin so are formulas to one spreadsheet or another; the apostrophes make the guard reversible. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    /** More than any table has; what stands behind them is not read. */
    private static final int MOST_CELLS = 100;

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * A row of a file.
     *
     * @param line where it begins
     * @param whole false when a quote was opened and never closed
     */
    record Row(int line, String text, List<String> cells, boolean whole) {}

    /** The rows but for empty ones, and no more than so many. */
    static List<Row> rows(String text, int most) {
        var csv = new Csv(text);
        var rows = new ArrayList<Row>();
        while (csv.at < text.length() && rows.size() < most) {
            var row = csv.row();
            if (!row.text().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** One row with its CRLF. */
    static String row(List<String> cells) {
        return cells.stream().map(Csv::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String written(String cell) {
        var guarded = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return SPECIAL.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    private static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private Row row() {
        var begin = at;
        var firstLine = line;
        var cells = new ArrayList<String>();
        var whole = true;
        do {
            whole &= cell(cells);
        } while (take(','));
        var end = at;
        endOfLine();
        return new Row(firstLine, text.substring(begin, end), cells, whole);
    }

    private boolean cell(List<String> cells) {
        var cell = new StringBuilder();
        var whole = !take('"') || quoted(cell);
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        if (cells.size() < MOST_CELLS) {
            cells.add(read(cell.toString()));
        }
        return whole;
    }

    /** Up to the closing quote; two quotes stand for one. False when there is none. */
    private boolean quoted(StringBuilder cell) {
        while (at < text.length()) {
            var next = text.charAt(at++);
            if (next == '"' && !take('"')) {
                return true;
            }
            if (next == '\n') {
                line++;
            }
            cell.append(next);
        }
        return false;
    }

    private void endOfLine() {
        take('\r');
        take('\n');
        line++;
    }

    private boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }
}
