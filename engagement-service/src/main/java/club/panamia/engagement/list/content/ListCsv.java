package club.panamia.engagement.list.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A thing of a list as a line of CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
final class ListCsv {

    static final String HEAD = "kind,target,note\r\n";

    private static final List<String> HEADINGS = List.of("kind", "target", "note");
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private ListCsv() {}

    static String line(ListedThing thing) {
        var note = thing.note();
        return Stream.of(thing.kind(), thing.target(), note == null ? "" : note)
                .map(ListCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static boolean isHead(CsvLine line) {
        return line.cells().equals(HEADINGS);
    }

    /** What the line says; whether there is such a thing is another question. The note may be left out. */
    static ListedThing thing(CsvLine line) {
        var cells = line.cells();
        var note = cells.size() > 2 ? wild(cells.get(2)) : "";
        return new ListedThing(wild(cells.get(0)), wild(cells.get(1)), note.isEmpty() ? null : note);
    }

    private static String cell(String text) {
        var tame = beginsAFormula(text) ? "'" + text : text;
        return '"' + tame.replace("\"", "\"\"") + '"';
    }

    /** As it was before it was taken out. */
    private static String wild(String text) {
        return text.startsWith("'") && beginsAFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean beginsAFormula(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    }
}
