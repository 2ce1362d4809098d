package club.panamia.mentoring.waiting;

import club.panamia.kernel.event.EventLog;
import club.panamia.mentoring.session.People;
import club.panamia.mentoring.slot.Stretch;
import club.panamia.mentoring.slot.Timetable;
import club.panamia.mentoring.slot.Timetables;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Offers of what has become free. The line of one mentor is gone through in a transaction of its own, with the mentor locked as by
 * whoever books: what is offered is free, and the exclusion constraint gives it to one alone.
 */
@ApplicationScoped
class Offers {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final String NOTHING_MOVES = "";

    private final Line line;
    private final People people;
    private final Timetables timetables;
    private final EventLog events;

    Offers(Line line, People people, Timetables timetables, EventLog events) {
        this.line = line;
        this.people = people;
        this.timetables = timetables;
        this.events = events;
    }

    @WithTransaction
    Uni<Integer> end(Instant now) {
        return line.end(now);
    }

    /** How many lines were looked at: one or none. */
    @WithTransaction
    Uni<Integer> lookAtALine(Instant now) {
        return line.next(now)
                .onItem()
                .ifNotNull()
                .transformToUni(mentorId -> lookAt(mentorId, now).replaceWith(1))
                .onItem()
                .ifNull()
                .continueWith(0);
    }

    private Uni<Void> lookAt(String mentorId, Instant now) {
        return people.lockAlone(mentorId)
                .chain(() -> line.waiting(mentorId, now))
                .chain(places -> oneAfterTheOther(places, now));
    }

    private Uni<Void> oneAfterTheOther(List<Place> places, Instant now) {
        return Multi.createFrom()
                .iterable(places)
                .call(place -> offerWhatIsFree(place, now))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> offerWhatIsFree(Place place, Instant now) {
        return timetables
                .forBooking(place.mentor(), place.personId(), place.outlook(), now, NOTHING_MOVES)
                .chain(timetable -> offer(place, timetable, now));
    }

    private Uni<Void> offer(Place place, Timetable timetable, Instant now) {
        return timetable.free(place.duration(), place.from(), place.until(), now).stream()
                .findFirst()
                .map(start -> offer(place, timetable, start, now))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** For two hours, and never beyond the start. */
    private Uni<Void> offer(Place place, Timetable timetable, Instant start, Instant now) {
        var slot = Stretch.of(start, place.duration());
        var until = start.isBefore(now.plus(KEPT)) ? start : now.plus(KEPT);
        return line.offer(place, start, timetable.around(slot), until)
                .chain(() -> events.record(
                        null,
                        new SlotOffered(
                                place.id(), place.mentorId(), place.personId(), start, place.duration(), until)));
    }
}
