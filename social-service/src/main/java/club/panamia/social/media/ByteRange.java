package club.panamia.social.media;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a file, both ends in it (RFC 9110, section 14.1.2): players ask for them. */
record ByteRange(int first, int last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** One part that there is; anything else may be answered with the whole (section 14.2). */
    static Optional<ByteRange> of(@Nullable String header, int size) {
        var parts = ONE.matcher(header == null ? "" : header);
        if (!parts.matches() || parts.group().equals("bytes=-")) {
            return Optional.empty();
        }
        var range = parts.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Integer.parseInt(parts.group(2))), size - 1)
                : new ByteRange(Integer.parseInt(parts.group(1)), end(parts.group(2), size));
        return range.first <= range.last ? Optional.of(range) : Optional.empty();
    }

    String of(int size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }

    private static int end(String typed, int size) {
        return typed.isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(typed));
    }
}
