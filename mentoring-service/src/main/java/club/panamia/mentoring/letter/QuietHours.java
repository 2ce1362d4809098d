package club.panamia.mentoring.letter;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when, on their own clock, somebody wants no mail that can wait; nothing where they have not said so. */
record QuietHours(@Nullable LocalTime from, @Nullable LocalTime until, ZoneId zone) {

    static QuietHours of(JsonObject row) {
        return new QuietHours(
                time(row.getString("quiet_from")),
                time(row.getString("quiet_until")),
                ZoneId.of(row.getString("quiet_zone")));
    }

    /** Where it is quiet now, when that is over: when the clock shows its end, the second time if it does so twice. */
    Optional<Instant> endAfter(Instant now) {
        var local = now.atZone(zone);
        if (from == null || until == null || !contain(local.toLocalTime(), from, until)) {
            return Optional.empty();
        }
        var today = local.toLocalDate().atTime(until).atZone(zone).withLaterOffsetAtOverlap();
        var end = today.toInstant().isAfter(now)
                ? today
                : local.toLocalDate().plusDays(1).atTime(until).atZone(zone).withLaterOffsetAtOverlap();
        return Optional.of(end.toInstant());
    }

    private static boolean contain(LocalTime time, LocalTime from, LocalTime until) {
        var begun = !time.isBefore(from);
        var over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
