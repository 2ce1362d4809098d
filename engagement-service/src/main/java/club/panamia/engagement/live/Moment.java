package club.panamia.engagement.live;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The time in the beginning of an id: everything that was made later has a greater one (see {@code Ids}). */
final class Moment {

    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final Duration LONG_AGO = Duration.ofDays(7);

    /** A row says when its transaction began, its id when it was written. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("p[0-9a-z]{10}.*");
    private static final int RADIX = 36;
    private static final int DIGITS = 10;

    private Moment() {}

    /** The beginning of the ids of that time. */
    static String shortlyBefore(Instant now) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(SHORTLY));
        var digits = Long.toString(micros, RADIX);
        return "p" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** Before everything that has a greater id was written; a week ago at most, also for what is no id of ours. */
    static OffsetDateTime of(String id, Instant now) {
        var earliest = now.minus(LONG_AGO);
        var written = ID.matcher(id).matches() ? written(id).minus(LONGEST_TRANSACTION) : earliest;
        return (written.isBefore(earliest) ? earliest : written).atOffset(ZoneOffset.UTC);
    }

    private static Instant written(String id) {
        return Instant.EPOCH.plus(Long.parseLong(id.substring(1, 1 + DIGITS), RADIX), ChronoUnit.MICROS);
    }
}
