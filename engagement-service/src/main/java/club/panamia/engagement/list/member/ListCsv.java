package club.panamia.engagement.list.member;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
final class ListCsv {

    static final String HEAD = "kind,target,note\r\n";

    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private ListCsv() {}

    static String line(ListedThing thing) {
        var note = thing.note();
        return Stream.of(thing.kind(), thing.target(), note == null ? "" : note)
                .map(ListCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var tame = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + tame.replace("\"", "\"\"") + '"';
    }
}
