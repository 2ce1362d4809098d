package club.panamia.mentoring.slot;

import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.offer.Offer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mentor's time as one other person can book it.
 *
 * @param mentorBusy when the mentor is taken, with what they want between two sessions
 * @param callerBusy when the other person is taken
 * @param sessions the starts of what counts towards the mentor's limits
 * @param asked what the other person has asked for so far
 */
public record Timetable(
        String mentorId,
        String screenname,
        Offer offer,
        Availability availability,
        List<Stretch> mentorBusy,
        List<Stretch> callerBusy,
        List<Instant> sessions,
        Asked asked) {

    /** How many requests of a person wait with this mentor and with all, and how many they made in a day. */
    public record Asked(int openWithMentor, int open, int lately) {}

    /** The starts at which a session of this length can be booked, from one instant to before another. */
    public List<Instant> free(int minutes, Instant from, Instant until, Instant now) {
        var zone = zone();
        return zone == null
                ? List.of()
                : new OpenSlots(availability, zone)
                        .starts(minutes, latest(from, earliest(now)), first(until, horizon(now))).stream()
                                .filter(start -> !isFull(start, zone) && !isTaken(Stretch.of(start, minutes)))
                                .toList();
    }

    /** What stands against a session at this time, if anything does. */
    public Optional<Obstacle> obstacle(Stretch session, Instant now) {
        var zone = zone();
        if (session.from().isBefore(earliest(now))) {
            return Optional.of(Obstacle.TOO_SOON);
        }
        if (!session.from().isBefore(horizon(now))) {
            return Optional.of(Obstacle.TOO_FAR);
        }
        if (zone == null || !isOpen(session, zone)) {
            return Optional.of(Obstacle.NOT_OPEN);
        }
        if (isFull(session.from(), zone)) {
            return Optional.of(Obstacle.FULL);
        }
        return isTaken(session) ? Optional.of(Obstacle.TAKEN) : Optional.empty();
    }

    /** Whether one of the two is in a session, or the mentor's time is held by somebody else. */
    public boolean isTaken(Stretch session) {
        var withPauses = around(session);
        return overlapsAny(withPauses, mentorBusy) || overlapsAny(session, callerBusy);
    }

    /** A loop: a month has five hundred slots to hold against forty sessions, and a stream each would cost more than all the rest. */
    private static boolean overlapsAny(Stretch session, List<Stretch> others) {
        for (var other : others) {
            if (session.overlaps(other)) {
                return true;
            }
        }
        return false;
    }

    /** What a session takes of the mentor's time. */
    public Stretch around(Stretch session) {
        return session.widened(availability.bufferBefore(), availability.bufferAfter());
    }

    @Nullable
    ZoneId zone() {
        return availability.timezone() == null ? null : ZoneId.of(availability.timezone());
    }

    private boolean isOpen(Stretch session, ZoneId zone) {
        var minutes = (int) ChronoUnit.MINUTES.between(session.from(), session.until());
        return new OpenSlots(availability, zone)
                .starts(minutes, session.from(), session.from().plusMillis(1))
                .contains(session.from());
    }

    private boolean isFull(Instant start, ZoneId zone) {
        var date = start.atZone(zone).toLocalDate();
        var perDay = availability.maxPerDay();
        var perWeek = availability.maxPerWeek();
        return perDay != null && count(date, date.plusDays(1), zone) >= perDay
                || perWeek != null && count(monday(date), monday(date).plusDays(7), zone) >= perWeek;
    }

    private long count(LocalDate from, LocalDate until, ZoneId zone) {
        return sessions.stream()
                .map(start -> start.atZone(zone).toLocalDate())
                .filter(date -> !date.isBefore(from) && date.isBefore(until))
                .count();
    }

    private Instant earliest(Instant now) {
        return now.plus(availability.minNoticeMinutes(), ChronoUnit.MINUTES);
    }

    private Instant horizon(Instant now) {
        return now.plus(availability.horizonDays(), ChronoUnit.DAYS);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
