package club.panamia.engagement.mail;

import club.panamia.engagement.preference.NotificationSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When mail goes to somebody, by their own clock. An hour that a clock skips in spring is the next one, and one that it shows
 * twice in autumn counts once: a day has one digest.
 */
record MailTimes(NotificationSettings wishes) {

    /** The first moment at which something may be mailed that has waited since {@code since}. */
    Instant earliest(Instant since) {
        var planned = switch (wishes.digest()) {
            case "hourly" ->
                since.atZone(zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case "daily" -> daily(since);
            case "weekly" -> weekly(since);
            default -> since;
        };
        var paused = wishes.pausedUntil();
        return afterQuiet(paused != null && paused.isAfter(planned) ? paused : planned);
    }

    /** The moment itself, or the end of the quiet hours that it is in. */
    Instant afterQuiet(Instant time) {
        var from = wishes.quietFrom();
        var until = wishes.quietUntil();
        var local = time.atZone(zone());
        if (from == null || until == null || !quiet(local.toLocalTime(), from, until)) {
            return time;
        }
        var end = at(local.toLocalDate(), until);
        return end.toInstant().isAfter(time)
                ? end.toInstant()
                : at(local.toLocalDate().plusDays(1), until).toInstant();
    }

    private Instant daily(Instant since) {
        var today = since.atZone(zone()).toLocalDate();
        return firstAfter(since, digestOn(today), digestOn(today.plusDays(1)));
    }

    private Instant weekly(Instant since) {
        var today = since.atZone(zone()).toLocalDate();
        var day = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(wishes.digestDay())));
        return firstAfter(since, digestOn(day), digestOn(day.plusWeeks(1)));
    }

    private static Instant firstAfter(Instant since, Instant first, Instant second) {
        return first.isAfter(since) ? first : second;
    }

    private Instant digestOn(LocalDate day) {
        return ZonedDateTime.of(day, LocalTime.of(wishes.digestHour(), 0), zone())
                .toInstant();
    }

    /** Quiet lasts until the clock shows its end for the last time. */
    private ZonedDateTime at(LocalDate day, LocalTime end) {
        return ZonedDateTime.of(day, end, zone()).withLaterOffsetAtOverlap();
    }

    private static boolean quiet(LocalTime time, LocalTime from, LocalTime until) {
        var begun = !time.isBefore(from);
        var over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }

    private ZoneId zone() {
        return ZoneId.of(wishes.zone());
    }
}
