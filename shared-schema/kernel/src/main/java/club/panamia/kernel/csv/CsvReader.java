package club.panamia.kernel.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a text once; what {@link Csv#read} says. */
final class CsvReader {

    /** More than any table has; what stands behind them is not kept. */
    private static final int MOST_CELLS = 100;

    private final String text;
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int number = 1;
    private @Nullable String fault;

    CsvReader(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    List<CsvLine> lines(int most) {
        var lines = new ArrayList<CsvLine>();
        while (at < text.length() && lines.size() < most) {
            var line = line();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private CsvLine line() {
        var begin = at;
        var first = number;
        var cells = new ArrayList<String>();
        fault = null;
        do {
            var next = cell();
            if (cells.size() < MOST_CELLS) {
                cells.add(next);
            }
        } while (take(','));
        var line = new CsvLine(first, text.substring(begin, at), cells, fault);
        endLine();
        return line;
    }

    private String cell() {
        cell.setLength(0);
        var quoted = take('"');
        if (quoted) {
            quoted();
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            var next = text.charAt(at);
            require(!quoted, "has something behind a quote");
            require(next != '"', "has a quote within a cell");
            letter();
        }
        return Csv.unguarded(cell.toString());
    }

    /** Up to the quote that closes it; two quotes stand for one. */
    private void quoted() {
        while (at < text.length()) {
            if (take('"') && !isNext('"')) {
                return;
            }
            letter();
        }
        require(false, "has a quote that is never closed");
    }

    private void letter() {
        var next = text.charAt(at++);
        require(next != '\0', "is no text");
        number += next == '\n' || (next == '\r' && !isNext('\n')) ? 1 : 0;
        cell.append(next);
    }

    private void endLine() {
        take('\r');
        take('\n');
        number++;
    }

    /** What is wrong first counts. */
    private void require(boolean fine, String otherwise) {
        fault = fine || fault != null ? fault : otherwise;
    }

    private boolean take(char expected) {
        var taken = isNext(expected);
        at += taken ? 1 : 0;
        return taken;
    }

    private boolean isNext(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }
}
