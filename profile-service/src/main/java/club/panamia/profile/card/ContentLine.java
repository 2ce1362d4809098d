package club.panamia.profile.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a vCard (RFC 6350, section 3): escaped, folded at 75 octets, ended by CRLF. */
final class ContentLine {

    private static final int OCTETS = 75;

    private ContentLine() {}

    /** A property with one text; nothing where there is none. */
    static String text(String property, @Nullable String value) {
        return value == null || value.isBlank() ? "" : folded(property + ":" + escaped(value));
    }

    /** A property whose value is an address and stands as it is. */
    static String uri(String property, @Nullable String value) {
        return value == null || value.isBlank() ? "" : folded(property + ":" + value.replaceAll("[\\p{Cc} ]", ""));
    }

    /** A property made of parts in a fixed order; nothing where all are missing. */
    static String structured(String property, @Nullable String... parts) {
        var value = Arrays.stream(parts)
                .map(part -> part == null ? "" : escaped(part))
                .collect(Collectors.joining(";"));
        return value.replace(";", "").isBlank() ? "" : folded(property + ":" + value);
    }

    /** Section 3.4. Carriage returns have no meaning here. */
    static String escaped(String text) {
        return text.replace("\r", "")
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace(",", "\\,")
                .replace(";", "\\;");
    }

    /** Section 3.2. No character is cut in two. */
    static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var codePoint : line.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.append("\r\n").toString();
    }
}
