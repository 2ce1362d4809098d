package club.panamia.mentoring.booking;

import static club.panamia.kernel.problem.CommonProblem.TOO_MANY;
import static club.panamia.mentoring.booking.BookingProblem.LENGTH_NOT_OFFERED;
import static club.panamia.mentoring.booking.BookingProblem.OWN_SLOT;
import static club.panamia.mentoring.booking.BookingProblem.TOO_MANY_OPEN;
import static club.panamia.mentoring.booking.BookingProblem.TYPE_NOT_OFFERED;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import club.panamia.mentoring.session.MentorSession;
import club.panamia.mentoring.session.Wish;
import club.panamia.mentoring.slot.Obstacle;
import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.slot.Timetable;
import club.panamia.mentoring.state.SessionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whether somebody may have a slot of a mentor, decided from the mentor's timetable. */
record Booking(Timetable timetable, Actor mentee, Instant now) {

    private static final int MOST_OPEN = 10;
    private static final int MOST_A_DAY = 20;
    private static final int NEXT_SLOTS = 5;
    private static final Duration LOOK_AHEAD = Duration.ofDays(14);
    private static final Duration TO_ANSWER = Duration.ofHours(48);
    private static final Duration AT_LEAST = Duration.ofHours(1);

    /** What must be known of the mentor's time to tell what is free from here on. */
    static Stretch outlook(Stretch slot) {
        return new Stretch(slot.from(), slot.until().plus(LOOK_AHEAD));
    }

    /** Asks for the session; the price is the mentor's of today, and planning for the community is free. */
    MentorSession request(BookingDraft draft) {
        var slot = draft.choice().stretch();
        requireFree(slot);
        if (!timetable.availability().sessionTypes().contains(draft.sessionType())) {
            throw TYPE_NOT_OFFERED
                    .because("Choose one that they offer.")
                    .with("sessionTypes", timetable.availability().sessionTypes());
        }
        requireFewRequests();
        var wish = Wish.of(draft.topic(), draft.sessionType(), cents(draft))
                .at(draft.locationKind(), draft.locationText())
                .onTheClocksOf(timetable.availability().timezone(), draft.timezone());
        return MentorSession.request(
                timetable.mentorId(), mentee, wish, slot.from(), draft.duration(), expiresAt(slot.from()));
    }

    /** Refuses what cannot be booked; what is gone with what is free from then on. */
    void requireFree(Stretch slot) {
        if (timetable.mentorId().equals(mentee.userId())) {
            throw OWN_SLOT.because("Ask somebody else.");
        }
        var minutes = (int) ChronoUnit.MINUTES.between(slot.from(), slot.until());
        if (!timetable.availability().durations().contains(minutes)) {
            throw LENGTH_NOT_OFFERED
                    .because("Choose one that they offer.")
                    .with("durations", timetable.availability().durations());
        }
        timetable.obstacle(slot, now).ifPresent(obstacle -> {
            throw refusal(obstacle, slot, minutes);
        });
    }

    private Problem refusal(Obstacle obstacle, Stretch slot, int minutes) {
        var next = timetable.free(minutes, slot.from(), slot.until().plus(LOOK_AHEAD), now);
        return BookingProblem.of(obstacle)
                .because("'nextSlots' says when this mentor is free from then on.")
                .with("nextSlots", next.stream().limit(NEXT_SLOTS).toList());
    }

    private void requireFewRequests() {
        var asked = timetable.asked();
        if (asked.openWithMentor() >= timetable.availability().maxOpenPerMentee() || asked.open() >= MOST_OPEN) {
            throw TOO_MANY_OPEN.because("Wait for an answer, or take a request back.");
        }
        if (asked.lately() >= MOST_A_DAY) {
            throw TOO_MANY.because("You have asked for twenty sessions in a day.")
                    .retryAfter(Duration.ofHours(1));
        }
    }

    private int cents(BookingDraft draft) {
        return draft.sessionType() == SessionType.PANAMIA_PLANNING
                ? 0
                : timetable
                        .offer()
                        .hourlyRate()
                        .multiply(BigDecimal.valueOf(draft.duration()))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** Two days, and not within the notice that the mentor wants; an hour at least, and never later than the start. */
    private Instant expiresAt(Instant start) {
        var byNotice = start.minus(timetable.availability().minNoticeMinutes(), ChronoUnit.MINUTES);
        var soon = now.plus(AT_LEAST);
        var wished = first(now.plus(TO_ANSWER), byNotice);
        return first(start, wished.isBefore(soon) ? soon : wished);
    }

    private static Instant first(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
