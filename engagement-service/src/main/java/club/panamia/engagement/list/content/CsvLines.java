package club.panamia.engagement.list.content;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180); lines may end as on any system, and empty ones are none. */
final class CsvLines {

    private static final int END = -1;

    private final String text;
    private final List<CsvLine> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int number = 1;
    private int began = 1;
    private boolean whole = true;

    private CsvLines(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static List<CsvLine> of(String text) {
        return new CsvLines(text).read();
    }

    private List<CsvLine> read() {
        for (var next = next(); next != END; next = next()) {
            switch (next) {
                case '"' -> quoted();
                case ',' -> endCell();
                case '\r' -> whole &= peek() == '\n';
                case '\n' -> endLine();
                default -> cell.append((char) next);
            }
        }
        endLine();
        return lines;
    }

    /** A quote begins a cell, and its end ends it; two within it are one. */
    private void quoted() {
        whole &= cell.isEmpty();
        for (var next = next(); next != END; next = next()) {
            if (next == '"' && peek() != '"') {
                whole &= peek() == END || ",\r\n".indexOf(peek()) >= 0;
                return;
            }
            at += next == '"' ? 1 : 0;
            cell.append((char) next);
        }
        whole = false;
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        if (!cells.equals(List.of(""))) {
            lines.add(new CsvLine(began, cells, whole));
        }
        cells = new ArrayList<>();
        whole = true;
        began = number;
    }

    private int next() {
        var next = peek();
        at++;
        number += next == '\n' ? 1 : 0;
        return next;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
