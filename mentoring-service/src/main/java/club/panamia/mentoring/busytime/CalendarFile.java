package club.panamia.mentoring.busytime;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ICalTimeZone;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as the library reads it. Times without a zone, and days, are on the clock of {@code X-WR-TIMEZONE}, which most
 * programs write, or else on the owner's. A name of the IANA database means its rules; any other what the file says of it.
 */
final class CalendarFile {

    private final ICalendar calendar;
    private final ZoneId usual;
    private final Map<String, WallClock> clocks = new HashMap<>();

    private CalendarFile(ICalendar calendar, ZoneId usual) {
        this.calendar = calendar;
        this.usual = usual;
    }

    /** Nothing where it is no calendar. */
    static Optional<CalendarFile> read(String text, ZoneId ownersZone) {
        return text.contains("BEGIN:VCALENDAR")
                ? Optional.ofNullable(parsed(text))
                        .map(calendar -> new CalendarFile(calendar, zone(calendar, ownersZone)))
                : Optional.empty();
    }

    private static @Nullable ICalendar parsed(String text) {
        try (var reader = new ICalReader(text)) {
            reader.registerScribe(new WrittenZone.Scribe());
            return reader.readNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException somethingThatTheLibraryDoesNotExpect) {
            return null;
        }
    }

    List<VEvent> events() {
        return calendar.getEvents();
    }

    Optional<WrittenTime> time(@Nullable DateOrDateTimeProperty property) {
        return property == null ? Optional.empty() : time(property.getValue(), property);
    }

    /** One of maybe several that a property names. */
    Optional<WrittenTime> time(@Nullable ICalDate date, ICalProperty property) {
        return Optional.ofNullable(date)
                .map(ICalDate::getRawComponents)
                .flatMap(written ->
                        WrittenTime.of(written, written.isUtc() ? WallClock.of(ZoneOffset.UTC) : clock(property)));
    }

    private WallClock clock(ICalProperty property) {
        var known = calendar.getTimezoneInfo().getTimezone(property);
        var name = property.getParameters().getTimezoneId();
        if (known != null) {
            return WallClock.of(known.getTimeZone().toZoneId());
        }
        return name == null ? WallClock.of(usual) : clocks.computeIfAbsent(name, this::written);
    }

    private WallClock written(String name) {
        return calendar.getComponents(WrittenZone.class).stream()
                .filter(zone -> zone.name().equals(name) && zone.isCalm())
                .findFirst()
                .map(zone -> WallClock.of(new ICalTimeZone(zone)))
                .orElseGet(() -> WallClock.of(usual));
    }

    private static ZoneId zone(ICalendar calendar, ZoneId otherwise) {
        var said = calendar.getExperimentalProperty("X-WR-TIMEZONE");
        return said != null && ZoneId.getAvailableZoneIds().contains(said.getValue())
                ? ZoneId.of(said.getValue())
                : otherwise;
    }
}
