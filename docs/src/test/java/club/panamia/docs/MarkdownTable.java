package club.panamia.docs;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * A table of a Markdown page.
 *
 * @param columns the words of its head
 * @param rows the cells, without the marks of code
 */
public record MarkdownTable(List<String> columns, List<List<String>> rows) {

    /** The first table behind a heading, which is given without its marks. */
    public static MarkdownTable under(String heading, String page) {
        var lines = page.lines()
                .dropWhile(line -> !line.matches("#+ " + Pattern.quote(heading)))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(MarkdownTable::cells)
                .toList();
        if (lines.size() < 3) {
            throw new NoSuchElementException("no table under '%s'".formatted(heading));
        }
        return new MarkdownTable(lines.getFirst(), lines.subList(2, lines.size()));
    }

    /** The cells of one column. */
    public List<String> column(String name) {
        var index = columns.indexOf(name);
        if (index < 0) {
            throw new NoSuchElementException("no column '%s' among %s".formatted(name, columns));
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.replace("`", "").replace("\\|", "|").strip())
                .toList();
    }
}
