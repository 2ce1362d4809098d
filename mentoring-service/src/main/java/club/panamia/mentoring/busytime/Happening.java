package club.panamia.mentoring.busytime;

import biweekly.component.VEvent;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.ValuedProperty;
import biweekly.util.ICalDate;
import club.panamia.mentoring.slot.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something in a calendar, once or again and again.
 *
 * @param start as it is written
 */
record Happening(CalendarFile file, VEvent event, WrittenTime start) {

    private static final Duration LONGEST = Duration.ofDays(366);

    static Optional<Happening> of(CalendarFile file, VEvent event) {
        return file.time(event.getDateStart()).map(start -> new Happening(file, event, start));
    }

    /** Whoever has marked it as free, or called it off, can be asked for that time. */
    boolean takesTime() {
        var status = event.getStatus();
        var transparency = event.getTransparency();
        return (status == null || !status.isCancelled()) && (transparency == null || !transparency.isTransparent());
    }

    String uid() {
        return Objects.requireNonNullElse(ValuedProperty.getValue(event.getUid()), "");
    }

    /** Of which of several times it is another edition. */
    Optional<Instant> replaces() {
        return file.time(event.getRecurrenceId()).map(WrittenTime::instant);
    }

    /** When it takes place; nothing of this lasts for more than a year. */
    Stream<Stretch> within(Stretch window, Set<Instant> replaced) {
        var reach = new Stretch(window.from().minus(LONGEST), window.until());
        var left = skipped();
        return Stream.of(Stream.of(start), repeated(reach), listed())
                .flatMap(times -> times)
                .filter(time -> !left.contains(time.instant()) && !replaced.contains(time.instant()))
                .map(time -> new Stretch(time.instant(), end(time)))
                .filter(stretch -> stretch.from().isBefore(window.until())
                        && stretch.until().isAfter(window.from()))
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .distinct();
    }

    private Stream<WrittenTime> repeated(Stretch reach) {
        return event.getProperties(RecurrenceRule.class).stream()
                .map(rule -> rule.getValue())
                .filter(Objects::nonNull)
                .flatMap(rule -> new Repetition(rule, start).within(reach));
    }

    private Stream<WrittenTime> listed() {
        return event.getRecurrenceDates().stream().flatMap(dates -> times(dates.getDates(), dates));
    }

    private Stream<WrittenTime> times(List<ICalDate> dates, ICalProperty property) {
        return dates.stream().map(date -> file.time(date, property)).flatMap(Optional::stream);
    }

    private Set<Instant> skipped() {
        return event.getExceptionDates().stream()
                .flatMap(dates -> times(dates.getValues(), dates))
                .map(WrittenTime::instant)
                .collect(Collectors.toSet());
    }

    /** As long as the first time: days as the calendar counts them, anything else as it passes. */
    private Instant end(WrittenTime time) {
        var lasting = ValuedProperty.getValue(event.getDuration());
        if (lasting != null) {
            return time.instant().plusMillis(Math.clamp(lasting.toMillis(), 0, LONGEST.toMillis()));
        }
        var end = file.time(event.getDateEnd());
        if (start.wholeDay()) {
            var days = end.map(last -> ChronoUnit.DAYS.between(start.shown(), last.shown()))
                    .orElse(1L);
            return time.plusDays(Math.clamp(days, 0, LONGEST.toDays())).instant();
        }
        var length = end.map(last -> Duration.between(start.instant(), last.instant()))
                .orElse(Duration.ZERO);
        return time.instant().plusMillis(Math.clamp(length.toMillis(), 0, LONGEST.toMillis()));
    }
}
