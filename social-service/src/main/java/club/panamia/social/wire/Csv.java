package club.panamia.social.wire;

import club.panamia.kernel.problem.CommonProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) as servers exchange them. Lines may end as on any system, empty ones are none, and within quotes a
 * cell goes on over several. No spreadsheet runs what is written here, and what begins with an apostrophe for that reason is read
 * without it.
 */
public final class Csv {

    private static final int END = -1;

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int number = 1;
    private int began = 1;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @param number of the line of text where it begins, from 1 */
    public record Line(int number, List<String> cells) {}

    public static String line(List<String> cells) {
        return cells.stream().map(Csv::written).collect(Collectors.joining(",", "", "\n"));
    }

    private static String written(String cell) {
        var guarded = cell.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + cell : cell;
        return guarded.matches("(?s).*[\",\\r\\n].*") ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    private static String unguarded(String cell) {
        return cell.matches("(?s)'[=+@\\-\\t\\r].*") ? cell.substring(1) : cell;
    }

    /** Refuses what is not of UTF-8. */
    public static List<Line> read(byte[] file) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            throw CommonProblem.INVALID.because("The file is not written in UTF-8.");
        }
    }

    /** Refuses what is no text, or text whose quotes do not end, or end within a cell, saying where. */
    public static List<Line> read(String text) {
        if (text.indexOf('\0') >= 0) {
            throw CommonProblem.INVALID.because("The file is no text.");
        }
        return new Csv(text).read();
    }

    private List<Line> read() {
        for (var next = next(); next != END; next = next()) {
            switch (next) {
                case '"' -> quote();
                case ',' -> endCell();
                case '\r' -> endLine(peek() == '\n');
                case '\n' -> endLine(false);
                default -> cell.append((char) next);
            }
        }
        endLine(false);
        return lines;
    }

    /** Where a cell begins, it is one of its own until the next one; elsewhere it is a letter like any other. */
    private void quote() {
        if (!cell.isEmpty()) {
            cell.append('"');
            return;
        }
        for (var next = next(); next != '"' || peek() == '"'; next = next()) {
            require(next != END, "a quote does not end");
            at += next == '"' ? 1 : 0;
            cell.append((char) next);
        }
        require(peek() == END || ",\r\n".indexOf(peek()) >= 0, "something stands behind a quote");
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            throw CommonProblem.INVALID.because("Line %d: %s.".formatted(began, otherwise));
        }
    }

    private void endCell() {
        cells.add(unguarded(cell.toString()).strip());
        cell.setLength(0);
    }

    private void endLine(boolean goesOn) {
        if (goesOn) {
            return;
        }
        endCell();
        if (!cells.equals(List.of(""))) {
            lines.add(new Line(began, cells));
        }
        cells = new ArrayList<>();
        began = number;
    }

    private int next() {
        var next = peek();
        at++;
        number += next == '\n' || (next == '\r' && peek() != '\n') ? 1 : 0;
        return next;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
