package club.panamia.content.feed.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP (RFC 9110, section 5.6.7) and RSS write them: {@code Mon, 04 May 2026 10:00:00 GMT}. */
public final class HttpDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String of(Instant time) {
        return FORM.format(time);
    }

    /** Nothing for what is no such date. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(FORM.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
