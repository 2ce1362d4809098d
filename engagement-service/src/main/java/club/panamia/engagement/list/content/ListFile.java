package club.panamia.engagement.list.content;

import club.panamia.engagement.list.content.LineFault.Reason;
import club.panamia.kernel.csv.Csv;
import club.panamia.kernel.csv.CsvLine;
import club.panamia.kernel.problem.CommonProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of things to list, as somebody brings it.
 *
 * @param lines where each of the things stands in it
 * @param faults of the lines that say nothing that could be listed
 */
record ListFile(List<ListedThing> things, List<Integer> lines, List<LineFault> faults) {

    private static final int MOST = 500;
    private static final int LONGEST_TARGET = 200;
    private static final int LONGEST_NOTE = 280;
    private static final Set<String> KINDS = Set.of("people", "profiles", "articles");

    /** Refuses a file with nothing in it, or with more than a list can hold. */
    static ListFile of(String text) {
        var lines = Csv.read(text, text.length()).stream()
                .filter(line -> !ListCsv.isHead(line))
                .toList();
        if (lines.isEmpty() || lines.size() > MOST) {
            throw CommonProblem.INVALID
                    .because("A file has 1 to %d lines beneath its headings; this one has %d."
                            .formatted(MOST, lines.size()))
                    .at("", "1 to %d lines".formatted(MOST));
        }
        var file = new ListFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.forEach(file::take);
        return file;
    }

    private void take(CsvLine line) {
        var fault = fault(line);
        if (fault != null) {
            faults.add(new LineFault(line.number(), fault));
        } else {
            things.add(ListCsv.thing(line));
            lines.add(line.number());
        }
    }

    /** All faults in the order of their lines, those included of things that there are not, by their places among the things. */
    List<LineFault> faultsWith(List<Integer> unknown) {
        var missing = unknown.stream().map(place -> new LineFault(lines.get(place), Reason.UNKNOWN_TARGET));
        return Stream.concat(faults.stream(), missing)
                .sorted(Comparator.comparing(LineFault::line))
                .toList();
    }

    private static @Nullable Reason fault(CsvLine line) {
        var cells = line.words();
        if (line.fault() != null
                || cells.size() < 2
                || cells.size() > 3
                || cells.stream().anyMatch(ListFile::isUnseen)) {
            return Reason.MALFORMED;
        }
        if (!KINDS.contains(cells.getFirst())) {
            return Reason.UNKNOWN_KIND;
        }
        var thing = ListCsv.thing(line);
        var note = thing.note() == null ? "" : thing.note();
        return thing.target().length() > LONGEST_TARGET || note.length() > LONGEST_NOTE ? Reason.TOO_LONG : null;
    }

    private static boolean isUnseen(String cell) {
        return cell.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r');
    }
}
