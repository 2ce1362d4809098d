package club.panamia.mentoring.calendar;

import java.net.URI;
import java.util.Optional;

/** Writes one session as an event (RFC 5545, section 3.6.1). */
record EventLines(URI site, ContentLines lines) {

    static final String PRODUCT = "-//Pana MIA Club//Mentoring//EN";

    /** The front end's page of a session. */
    private static final String PAGE = "/m/session/";

    /** With an organizer and one attendee, where it is sent to somebody: an address of the suite, and theirs alone. */
    void write(CalendarEntry entry, Optional<URI> attendee) {
        lines.line("BEGIN", "VEVENT")
                .line("UID", at(entry.uid()))
                .line("SEQUENCE", String.valueOf(entry.sequence()))
                .time("DTSTAMP", entry.changedAt())
                .time("CREATED", entry.createdAt())
                .time("LAST-MODIFIED", entry.changedAt())
                .time("DTSTART", entry.startsAt())
                .time("DTEND", entry.endsAt())
                .line("STATUS", entry.standing())
                .text("SUMMARY", entry.title())
                .line("URL", site + PAGE + entry.sessionId());
        attendee.ifPresent(address -> people(entry, address));
        var place = entry.place();
        if (place != null) {
            lines.text("LOCATION", place);
        }
        if (entry.standing().equals("CONFIRMED")) {
            remind(entry);
        }
        lines.line("END", "VEVENT");
    }

    /** Nobody is asked for a reply: the two have agreed in the suite, and nobody reads what is sent to the organizer. */
    private void people(CalendarEntry entry, URI attendee) {
        lines.line("ORGANIZER;CN=Pana MIA Club", "mailto:session-" + at(entry.sessionId()))
                .line("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE", attendee.toASCIIString());
    }

    private void remind(CalendarEntry entry) {
        lines.line("BEGIN", "VALARM")
                .line("ACTION", "DISPLAY")
                .text("DESCRIPTION", entry.title())
                .line("TRIGGER", "-PT10M")
                .line("END", "VALARM");
    }

    private String at(String local) {
        return "%s@%s".formatted(local, site.getHost());
    }
}
