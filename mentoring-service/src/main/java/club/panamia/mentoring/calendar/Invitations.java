package club.panamia.mentoring.calendar;

import club.panamia.kernel.settings.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Writes what is mailed to one of the two in a session for their calendar (RFC 5546, sections 3.2.2 and 3.2.5): always the same
 * UID, each edition with a greater SEQUENCE. The other one's address is not in it.
 */
@Singleton
public class Invitations {

    private final URI site;

    Invitations(Settings settings) {
        site = settings.publicUrl();
    }

    /** Puts the session into the calendar of whoever has this address, or changes it there. */
    public String request(CalendarEntry entry, String address) {
        return write("REQUEST", entry, address);
    }

    /** Takes it out again. */
    public String cancel(CalendarEntry entry, String address) {
        return write("CANCEL", entry, address);
    }

    private String write(String method, CalendarEntry entry, String address) {
        var lines = new ContentLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", EventLines.PRODUCT)
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", method);
        new EventLines(site, lines).write(entry, Optional.of(mailto(address)));
        return lines.line("END", "VCALENDAR").toString();
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address is no address", e);
        }
    }
}
