package club.panamia.mentoring.calendar;

import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/**
 * Writes calendars to be read or subscribed to: METHOD:PUBLISH, with neither organizer nor attendees, so that nobody's address
 * is in them (RFC 5546, section 3.2.1, leaves attendees out).
 */
@Singleton
class CalendarText {

    /** The front end's page of a session. */
    private static final String PAGE = "/m/session/";

    private final URI site;

    CalendarText(Settings settings) {
        site = settings.publicUrl();
    }

    String of(List<CalendarEntry> entries) {
        var lines = new ContentLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Pana MIA Club//Mentoring//EN")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", "PUBLISH")
                .text("NAME", "Pana MIA mentoring")
                .text("X-WR-CALNAME", "Pana MIA mentoring")
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
                .line("X-PUBLISHED-TTL", "PT15M");
        entries.forEach(entry -> write(entry, lines));
        return lines.line("END", "VCALENDAR").toString();
    }

    private void write(CalendarEntry entry, ContentLines lines) {
        lines.line("BEGIN", "VEVENT")
                .line("UID", "%s@%s".formatted(entry.uid(), site.getHost()))
                .line("SEQUENCE", String.valueOf(entry.sequence()))
                .time("DTSTAMP", entry.changedAt())
                .time("CREATED", entry.createdAt())
                .time("LAST-MODIFIED", entry.changedAt())
                .time("DTSTART", entry.startsAt())
                .time("DTEND", entry.endsAt())
                .line("STATUS", entry.standing())
                .text("SUMMARY", entry.title())
                .line("URL", site + PAGE + entry.sessionId());
        var place = entry.place();
        if (place != null) {
            lines.text("LOCATION", place);
        }
        if (entry.standing().equals("CONFIRMED")) {
            lines.line("BEGIN", "VALARM")
                    .line("ACTION", "DISPLAY")
                    .text("DESCRIPTION", entry.title())
                    .line("TRIGGER", "-PT10M")
                    .line("END", "VALARM");
        }
        lines.line("END", "VEVENT");
    }
}
