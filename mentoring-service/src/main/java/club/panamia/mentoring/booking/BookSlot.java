package club.panamia.mentoring.booking;

import static club.panamia.mentoring.booking.BookingProblem.TOO_FAR;
import static club.panamia.mentoring.booking.BookingProblem.TOO_SOON;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.Chronicle;
import club.panamia.mentoring.session.MentorSession;
import club.panamia.mentoring.session.People;
import club.panamia.mentoring.slot.Timetable;
import club.panamia.mentoring.slot.Timetables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Taking a mentor's time, by a hold or for good: both lock the two people, look, decide and write. */
@ApplicationScoped
class BookSlot {

    private static final Duration HELD = Duration.ofMinutes(5);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final String NOTHING_MOVES = "";

    private final People people;
    private final Timetables timetables;
    private final Bookings bookings;
    private final Chronicle chronicle;

    BookSlot(People people, Timetables timetables, Bookings bookings, Chronicle chronicle) {
        this.people = people;
        this.timetables = timetables;
        this.bookings = bookings;
        this.chronicle = chronicle;
    }

    /** Asks for a session, in the caller's transaction; some mentors need not be waited for. */
    Uni<MentorSession> request(Actor mentee, BookingDraft draft, Instant now) {
        return timetable(mentee, draft.choice(), now)
                .chain(timetable -> write(new Booking(timetable, mentee, now).request(draft), timetable, now));
    }

    /** Keeps a slot for five minutes; a former hold of this person is let go. */
    Uni<HoldView> hold(Actor holder, SlotChoice choice, Instant now) {
        return timetable(holder, choice, now)
                .invoke(timetable -> new Booking(timetable, holder, now).requireFree(choice.stretch()))
                .call(timetable -> people.hold(
                        timetable.mentorId(), timetable.around(choice.stretch()), holder.userId(), now.plus(HELD)))
                .map(timetable -> new HoldView(
                        timetable.screenname(),
                        choice.stretch().from(),
                        choice.stretch().until(),
                        now.plus(HELD)));
    }

    private Uni<Timetable> timetable(Actor mentee, SlotChoice choice, Instant now) {
        requireReasonable(choice, now);
        return lookLocked(mentee, choice, now)
                .chain(seen -> seen.isPresent() ? Uni.createFrom().item(seen.get()) : queue(mentee, choice, now));
    }

    /** Looks first: whoever comes too late hears so at once, and does not wait where everybody else waits. */
    private Uni<Timetable> queue(Actor mentee, SlotChoice choice, Instant now) {
        return timetables
                .forBooking(choice.mentor(), mentee.userId(), Booking.outlook(choice.stretch()), now, NOTHING_MOVES)
                .invoke(seen -> new Booking(seen, mentee, now).requireFree(choice.stretch()))
                .chain(() -> people.lock(mentee.userId(), choice.mentor()))
                .chain(() -> lookLocked(mentee, choice, now))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Timetable>> lookLocked(Actor mentee, SlotChoice choice, Instant now) {
        return timetables.toBook(choice.mentor(), mentee.userId(), Booking.outlook(choice.stretch()), now);
    }

    private Uni<MentorSession> write(MentorSession session, Timetable timetable, Instant now) {
        return bookings.persistAndFlush(session)
                .call(booked -> people.take(booked, timetable.around(booked.stretch())))
                .call(booked -> chronicle.record(booked, booked.requested(), now))
                .call(booked -> timetable.availability().autoAccept()
                        ? chronicle.record(booked, booked.accept(Optional.empty(), now), now)
                        : Uni.createFrom().voidItem());
    }

    /** Before anything is asked: not every instant that Java knows can be stored. */
    private static void requireReasonable(SlotChoice choice, Instant now) {
        var start = choice.startsAt().toInstant();
        if (start.isBefore(now)) {
            throw TOO_SOON.because("It is in the past.").at("/startsAt", "must be in the future");
        }
        if (start.isAfter(now.plus(FARTHEST))) {
            throw TOO_FAR.because("Nobody plans so far ahead.").at("/startsAt", "must be within a year");
        }
    }
}
