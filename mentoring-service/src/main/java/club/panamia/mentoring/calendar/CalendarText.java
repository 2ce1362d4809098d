package club.panamia.mentoring.calendar;

import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Writes calendars to be read or subscribed to: METHOD:PUBLISH, with neither organizer nor attendees, so that nobody's address
 * is in them (RFC 5546, section 3.2.1, leaves attendees out).
 */
@Singleton
class CalendarText {

    private final URI site;

    CalendarText(Settings settings) {
        site = settings.publicUrl();
    }

    String of(List<CalendarEntry> entries) {
        var lines = new ContentLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", EventLines.PRODUCT)
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", "PUBLISH")
                .text("NAME", "Pana MIA mentoring")
                .text("X-WR-CALNAME", "Pana MIA mentoring")
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
                .line("X-PUBLISHED-TTL", "PT15M");
        entries.forEach(entry -> new EventLines(site, lines).write(entry, Optional.empty()));
        return lines.line("END", "VCALENDAR").toString();
    }
}
