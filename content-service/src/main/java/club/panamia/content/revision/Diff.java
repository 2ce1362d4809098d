package club.panamia.content.revision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one text to another, line by line: the longest lines that both have, in their order, found by lines that
 * stand once in each (patience), so that a text of any length takes a moment.
 */
public final class Diff {

    /** How often a part is compared anew; each time costs a frame of the stack. */
    private static final int DEEPEST = 50;

    private Diff() {}

    /** What became of a line. */
    public enum Change {
        SAME("same"),
        REMOVED("removed"),
        ADDED("added");

        private final String label;

        Change(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }

    /** A line with what became of it. */
    @Schema(name = "ChangedLine")
    public record Line(
            @Schema(required = true) Change change,
            @Schema(required = true) String text) {}

    public static List<Line> between(String before, String after) {
        var lines = new ArrayList<Line>();
        compare(before.lines().toList(), after.lines().toList(), lines, 0);
        return lines;
    }

    private static void compare(List<String> before, List<String> after, List<Line> into, int depth) {
        var begin = commonBegin(before, after);
        var end = commonEnd(before.subList(begin, before.size()), after.subList(begin, after.size()));
        before.subList(0, begin).forEach(line -> into.add(new Line(Change.SAME, line)));
        middle(before.subList(begin, before.size() - end), after.subList(begin, after.size() - end), into, depth);
        before.subList(before.size() - end, before.size()).forEach(line -> into.add(new Line(Change.SAME, line)));
    }

    /** Between two anchors everything is compared again; where there is none, one replaces the other. */
    private static void middle(List<String> before, List<String> after, List<Line> into, int depth) {
        var anchors = depth == DEEPEST ? List.<int[]>of() : anchors(before, after);
        var seenBefore = 0;
        var seenAfter = 0;
        for (var anchor : anchors) {
            compare(before.subList(seenBefore, anchor[0]), after.subList(seenAfter, anchor[1]), into, depth + 1);
            into.add(new Line(Change.SAME, before.get(anchor[0])));
            seenBefore = anchor[0] + 1;
            seenAfter = anchor[1] + 1;
        }
        if (anchors.isEmpty()) {
            before.forEach(line -> into.add(new Line(Change.REMOVED, line)));
            after.forEach(line -> into.add(new Line(Change.ADDED, line)));
        } else {
            compare(before.subList(seenBefore, before.size()), after.subList(seenAfter, after.size()), into, depth + 1);
        }
    }

    /** Lines that stand once in each of them, as many as keep their order: the longest rising run of their places. */
    private static List<int[]> anchors(List<String> before, List<String> after) {
        var places = places(after);
        var once = places(before);
        var piles = new ArrayList<Pile>();
        for (var i = 0; i < before.size(); i++) {
            var place = places.getOrDefault(before.get(i), -1);
            if (place >= 0 && once.getOrDefault(before.get(i), -1) >= 0) {
                put(new int[] {i, place}, piles);
            }
        }
        var run = new ArrayList<int[]>();
        for (var top = piles.isEmpty() ? null : piles.getLast(); top != null; top = top.below) {
            run.addFirst(top.place);
        }
        return run;
    }

    private static void put(int[] place, List<Pile> piles) {
        var low = 0;
        var high = piles.size();
        while (low < high) {
            var pile = (low + high) / 2;
            if (piles.get(pile).place[1] < place[1]) {
                low = pile + 1;
            } else {
                high = pile;
            }
        }
        var top = new Pile(place, low == 0 ? null : piles.get(low - 1));
        if (low == piles.size()) {
            piles.add(top);
        } else {
            piles.set(low, top);
        }
    }

    /** Where each line stands; -1 for one that stands more than once. */
    private static Map<String, Integer> places(List<String> lines) {
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < lines.size(); i++) {
            places.merge(lines.get(i), i, (first, again) -> -1);
        }
        return places;
    }

    private static int commonBegin(List<String> before, List<String> after) {
        var length = 0;
        while (length < before.size()
                && length < after.size()
                && before.get(length).equals(after.get(length))) {
            length++;
        }
        return length;
    }

    private static int commonEnd(List<String> before, List<String> after) {
        var length = 0;
        while (length < before.size()
                && length < after.size()
                && before.get(before.size() - 1 - length).equals(after.get(after.size() - 1 - length))) {
            length++;
        }
        return length;
    }

    /** The smallest end so far of a rising run of this length, with the run below it. */
    private record Pile(int[] place, @Nullable Pile below) {}
}
