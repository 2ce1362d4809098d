package club.panamia.content.branch;

import club.panamia.content.revision.Diff;
import java.util.ArrayList;
import java.util.List;

/** Two changes of one text brought together, line by line; changes that touch each other are a conflict, unless they are the same. */
final class ThreeWay {

    private final List<String> base;
    private final List<Hunk> mine;
    private final List<Hunk> theirs;
    private final List<String> merged = new ArrayList<>();
    private boolean conflict;

    private ThreeWay(String base, String mine, String theirs) {
        this.base = base.lines().toList();
        this.mine = Hunk.of(Diff.between(base, mine));
        this.theirs = Hunk.of(Diff.between(base, theirs));
    }

    /** The text of both; where they contradict each other, with both passages in it. */
    record Merged(String text, boolean hasConflict) {}

    /** Lines {@code from} to {@code to} of the base, the last excluded, that were replaced. */
    private record Hunk(int from, int to, List<String> lines) {

        static List<Hunk> of(List<Diff.Line> changes) {
            var hunks = new ArrayList<Hunk>();
            var place = 0;
            var begin = 0;
            var added = new ArrayList<String>();
            for (var line : changes) {
                switch (line.change()) {
                    case SAME -> {
                        close(hunks, begin, place, added);
                        begin = ++place;
                    }
                    case REMOVED -> place++;
                    case ADDED -> added.add(line.text());
                }
            }
            close(hunks, begin, place, added);
            return hunks;
        }

        private static void close(List<Hunk> hunks, int from, int to, List<String> added) {
            if (from < to || !added.isEmpty()) {
                hunks.add(new Hunk(from, to, List.copyOf(added)));
                added.clear();
            }
        }
    }

    static Merged merge(String base, String mine, String theirs) {
        var merge = new ThreeWay(base, mine, theirs);
        merge.run();
        var end = theirs.endsWith("\n") && !merge.merged.isEmpty() ? "\n" : "";
        return new Merged(String.join("\n", merge.merged) + end, merge.conflict);
    }

    private void run() {
        var mineAt = 0;
        var theirsAt = 0;
        var place = 0;
        while (mineAt < mine.size() || theirsAt < theirs.size()) {
            var from = Math.min(begin(mine, mineAt), begin(theirs, theirsAt));
            var to = from;
            var mineEnd = mineAt;
            var theirsEnd = theirsAt;
            while (begin(mine, mineEnd) <= to || begin(theirs, theirsEnd) <= to) {
                to = Math.max(
                        to,
                        begin(mine, mineEnd) <= to
                                ? mine.get(mineEnd++).to()
                                : theirs.get(theirsEnd++).to());
            }
            merged.addAll(base.subList(place, from));
            region(from, to, mine.subList(mineAt, mineEnd), theirs.subList(theirsAt, theirsEnd));
            place = to;
            mineAt = mineEnd;
            theirsAt = theirsEnd;
        }
        merged.addAll(base.subList(place, base.size()));
    }

    private static int begin(List<Hunk> hunks, int at) {
        return at < hunks.size() ? hunks.get(at).from() : Integer.MAX_VALUE;
    }

    private void region(int from, int to, List<Hunk> mineHere, List<Hunk> theirsHere) {
        var mineText = applied(from, to, mineHere);
        var theirText = applied(from, to, theirsHere);
        if (mineHere.isEmpty() || mineText.equals(theirText)) {
            merged.addAll(theirText);
        } else if (theirsHere.isEmpty()) {
            merged.addAll(mineText);
        } else {
            conflict = true;
            merged.add("<<<<<<<");
            merged.addAll(mineText);
            merged.add("=======");
            merged.addAll(theirText);
            merged.add(">>>>>>>");
        }
    }

    private List<String> applied(int from, int to, List<Hunk> hunks) {
        var text = new ArrayList<String>();
        var place = from;
        for (var hunk : hunks) {
            text.addAll(base.subList(place, hunk.from()));
            text.addAll(hunk.lines());
            place = hunk.to();
        }
        text.addAll(base.subList(place, to));
        return text;
    }
}
