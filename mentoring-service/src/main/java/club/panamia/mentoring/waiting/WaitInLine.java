package club.panamia.mentoring.waiting;

import static club.panamia.mentoring.waiting.WaitingProblem.LENGTH_NOT_OFFERED;
import static club.panamia.mentoring.waiting.WaitingProblem.LINE_FULL;
import static club.panamia.mentoring.waiting.WaitingProblem.OPEN_NOW;
import static club.panamia.mentoring.waiting.WaitingProblem.OWN_LINE;
import static club.panamia.mentoring.waiting.WaitingProblem.TOO_MANY_LINES;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.People;
import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.slot.Timetable;
import club.panamia.mentoring.slot.Timetables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Joining the line before a mentor, where nothing is free: the mentor is locked, so that nothing becomes free unseen. */
@ApplicationScoped
class WaitInLine {

    private static final int LONGEST_LINE = 20;
    private static final int MOST_LINES = 10;
    private static final int NEXT_SLOTS = 5;
    private static final String NOTHING_MOVES = "";

    private final People people;
    private final Timetables timetables;
    private final Line line;

    WaitInLine(People people, Timetables timetables, Line line) {
        this.people = people;
        this.timetables = timetables;
        this.line = line;
    }

    Uni<Void> join(Actor person, String mentor, WaitingWish wish, Instant now) {
        var range = wish.range(now);
        return look(person, mentor, range, now)
                .call(seen -> people.lockAlone(seen.mentorId()))
                .chain(() -> look(person, mentor, range, now))
                .invoke(timetable -> requireNothingFree(person, timetable, wish, range, now))
                .call(timetable -> line.counts(timetable.mentorId(), person).invoke(WaitInLine::requireRoom))
                .chain(timetable -> line.join(timetable.mentorId(), person, wish, range));
    }

    private Uni<Timetable> look(Actor person, String mentor, Stretch range, Instant now) {
        return timetables.forBooking(mentor, person.userId(), range, now, NOTHING_MOVES);
    }

    private static void requireNothingFree(
            Actor person, Timetable timetable, WaitingWish wish, Stretch range, Instant now) {
        if (timetable.mentorId().equals(person.userId())) {
            throw OWN_LINE.because("Wait for somebody else.");
        }
        if (!timetable.availability().durations().contains(wish.duration())) {
            throw LENGTH_NOT_OFFERED
                    .because("Choose one that they offer.")
                    .with("durations", timetable.availability().durations());
        }
        var free = timetable.free(wish.duration(), range.from(), range.until(), now);
        if (!free.isEmpty()) {
            throw OPEN_NOW.because("'nextSlots' says when this mentor is free.")
                    .with("nextSlots", free.stream().limit(NEXT_SLOTS).toList());
        }
    }

    private static void requireRoom(Line.Counts counts) {
        if (counts.beforeMentor() >= LONGEST_LINE) {
            throw LINE_FULL.because("Try again another day.");
        }
        if (counts.ofPerson() >= MOST_LINES) {
            throw TOO_MANY_LINES.because("Leave one of the ten first.");
        }
    }
}
