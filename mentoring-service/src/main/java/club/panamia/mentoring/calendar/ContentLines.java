package club.panamia.mentoring.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A text of content lines: escaped, folded at 75 octets, each ended by CRLF (RFC 5545, sections 3.1 and 3.3.11). */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** A value that is written as it stands: a word, a number. */
    ContentLines line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A value in people's words. */
    ContentLines text(String name, String value) {
        return line(name, escaped(value));
    }

    /** A moment, by the second, in UTC. */
    ContentLines time(String name, Instant instant) {
        return line(name, UTC.format(instant));
    }

    /** Never within a character, nor within a pair of surrogates: counted are the octets of UTF-8. */
    private void fold(String line) {
        var octets = 0;
        for (var i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            var character = Character.toString(line.codePointAt(i));
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append("\r\n");
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
