package club.panamia.mentoring.slot;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.availability.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The starts of the slots that a mentor's hours have room for, date by date on the clock of their zone, so that 09:00 stays
 * 09:00 through the year. Where the clocks change:
 *
 * <ul>
 *   <li>A slot begins at the hours' start, or a multiple of the step later, as the clock shows it.
 *   <li>A time that the clock skips (gap) is no slot. Hours that begin or end in a gap begin or end at the change.
 *   <li>A time that the clock shows twice (overlap) counts once, the first time.
 *   <li>A slot lasts its minutes as they pass, not as the clock counts them, and is over by the first moment at which the clock
 *       shows the hours' end, or has passed it.
 * </ul>
 */
final class OpenSlots {

    private final Availability availability;
    private final ZoneId zone;
    private final ZoneRules rules;

    OpenSlots(Availability availability, ZoneId zone) {
        this.availability = availability;
        this.zone = zone;
        rules = zone.getRules();
    }

    /** From the first instant on, before the second one; in their order. */
    List<Instant> starts(int minutes, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return List.of();
        }
        return from.atZone(zone)
                .toLocalDate()
                .minusDays(1)
                .datesUntil(until.atZone(zone).toLocalDate().plusDays(2))
                .flatMap(date -> on(date, minutes))
                .filter(start -> !start.isBefore(from) && start.isBefore(until))
                .toList();
    }

    private Stream<Instant> on(LocalDate date, int minutes) {
        return availability.on(date).stream().flatMap(hours -> within(date, hours, minutes));
    }

    private Stream<Instant> within(LocalDate date, Hours hours, int minutes) {
        var opens = date.atStartOfDay().plusMinutes(hours.startMinute());
        var closes = firstMoment(date.atStartOfDay().plusMinutes(hours.endMinute()));
        return IntStream.iterate(
                        0, m -> m + hours.startMinute() < hours.endMinute(), m -> m + availability.slotStepMinutes())
                .mapToObj(opens::plusMinutes)
                .filter(this::isShown)
                .map(this::firstMoment)
                .filter(start -> !start.plusSeconds(minutes * 60L).isAfter(closes));
    }

    private boolean isShown(LocalDateTime local) {
        return !rules.getValidOffsets(local).isEmpty();
    }

    /** When the clock first shows this time or, where it is skipped, goes past it. */
    private Instant firstMoment(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.getFirst());
    }
}
