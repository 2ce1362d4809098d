package club.panamia.mentoring.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as its reader's clock shows it, in words, with the zone's name so that nobody takes it for another clock. */
public record ReadersClock(Locale locale, ZoneId zone) {

    private static final String ENGLISH = "EEEE, d MMMM uuuu, HH:mm";
    private static final String SPANISH = "EEEE d 'de' MMMM 'de' uuuu, HH:mm";

    public String shows(Instant time) {
        var pattern = locale.getLanguage().equals("es") ? SPANISH : ENGLISH;
        return "%s (%s)"
                .formatted(DateTimeFormatter.ofPattern(pattern, locale).format(time.atZone(zone)), zone.getId());
    }
}
