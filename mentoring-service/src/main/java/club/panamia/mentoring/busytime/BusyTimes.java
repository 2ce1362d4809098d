package club.panamia.mentoring.busytime;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import club.panamia.mentoring.slot.Stretch;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When somebody is taken, by the file of another calendar. */
public final class BusyTimes {

    /** Thirteen a day for a year; what a file says beyond that is left out. */
    private static final int MOST = 5000;

    private BusyTimes() {}

    /**
     * In the file's order; they may overlap. It blocks for as long as reading takes.
     *
     * @param ownHost whose events are left out: somebody has our invitations in that calendar, too
     * @return nothing where the text is no calendar
     */
    public static Optional<List<Stretch>> of(String text, ZoneId ownersZone, Stretch window, String ownHost) {
        return CalendarFile.read(text, ownersZone)
                .map(file -> happenings(file, ownHost))
                .map(happenings -> within(window, happenings));
    }

    private static List<Happening> happenings(CalendarFile file, String ownHost) {
        return file.events().stream()
                .map(event -> Happening.of(file, event))
                .flatMap(Optional::stream)
                .filter(happening -> !happening.uid().endsWith("@" + ownHost))
                .toList();
    }

    private static List<Stretch> within(Stretch window, List<Happening> happenings) {
        var replaced = happenings.stream()
                .collect(groupingBy(Happening::uid, flatMapping(happening -> happening.replaces().stream(), toSet())));
        return happenings.stream()
                .filter(Happening::takesTime)
                .flatMap(happening -> happening.within(
                        window,
                        happening.replaces().isPresent() ? Set.of() : replaced.getOrDefault(happening.uid(), Set.of())))
                .limit(MOST)
                .toList();
    }
}
