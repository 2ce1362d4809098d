package club.panamia.engagement.list.content;

import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.csv.CsvLine;
import java.util.List;

/** A thing of a list as a line of CSV. */
final class ListCsv {

    private static final List<String> HEADINGS = List.of("kind", "target", "note");

    static final String HEAD = Csv.line(HEADINGS);

    private ListCsv() {}

    static String line(ListedThing thing) {
        var note = thing.note();
        return Csv.line(List.of(thing.kind(), thing.target(), note == null ? "" : note));
    }

    static boolean isHead(CsvLine line) {
        return line.words().equals(HEADINGS);
    }

    /** What the line says; whether there is such a thing is another question. The note may be left out. */
    static ListedThing thing(CsvLine line) {
        var cells = line.words();
        var note = cells.size() > 2 ? cells.get(2) : "";
        return new ListedThing(cells.get(0), cells.get(1), note.isEmpty() ? null : note);
    }
}
