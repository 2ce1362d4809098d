package club.panamia.kernel.page;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The sort values of a page's last row. Opaque to callers: what it holds may change, so it is no secret and no promise, and
 * everything in it is checked when it comes back.
 */
public record Cursor(List<String> parts) {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Before every row of a list by time and id that begins with the newest. */
    public static final Cursor NEWEST = of(LATEST, "");

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 1000;

    public static Cursor of(Object... values) {
        var parts = new ArrayList<String>();
        for (var value : values) {
            parts.add(value.toString());
        }
        return new Cursor(parts);
    }

    public String text(int index) {
        return parts.get(index);
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(parts.get(index));
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    /** As a parameter for a {@code timestamptz}, which does not hold every instant that Java knows. */
    public OffsetDateTime time(int index) {
        var time = instant(index);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw bad();
        }
        return time.atOffset(ZoneOffset.UTC);
    }

    /** As it stands in an address. */
    public String encode() {
        var joined = String.join(String.valueOf(SEPARATOR), parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String text, int parts) {
        if (text.length() > LONGEST) {
            throw bad();
        }
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var found = List.of(joined.split(String.valueOf(SEPARATOR), -1));
            if (found.size() != parts || joined.indexOf('\0') >= 0) {
                throw bad();
            }
            return new Cursor(found);
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private static Problem bad() {
        return CommonProblem.INVALID
                .because("The cursor is not one that a list of this kind gave out.")
                .at("cursor", "must be a nextCursor of this list");
    }
}
