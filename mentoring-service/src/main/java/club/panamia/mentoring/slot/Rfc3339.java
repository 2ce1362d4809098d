package club.panamia.mentoring.slot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Times as RFC 3339 (section 5.6) writes them, to the second. A month of slots has two thousand of them, and a formatter takes
 * longer for these than all the rest does.
 */
final class Rfc3339 {

    private static final int A_TIME = 25;
    private static final int TWO_DIGITS = 10;

    private Rfc3339() {}

    static String utc(Instant instant) {
        return text(instant, ZoneOffset.UTC);
    }

    /** What the clock of a zone shows, with how far it is from UTC. */
    static String on(ZoneId zone, Instant instant) {
        return text(instant, zone.getRules().getOffset(instant));
    }

    private static String text(Instant instant, ZoneOffset offset) {
        var local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
        var text = new StringBuilder(A_TIME).append(local.toLocalDate()).append('T');
        two(text, local.getHour()).append(':');
        two(text, local.getMinute()).append(':');
        return two(text, local.getSecond()).append(offset.getId()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return (number < TWO_DIGITS ? text.append('0') : text).append(number);
    }
}
