package club.panamia.mentoring.due;

import club.panamia.kernel.event.EventLog;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.Chronicle;
import club.panamia.mentoring.session.MentorSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some of what is due, each time in a transaction of its own; how many that were. */
@ApplicationScoped
class Overdue {

    private final Bookings bookings;
    private final Chronicle chronicle;
    private final DueList dueList;
    private final EventLog events;

    Overdue(Bookings bookings, Chronicle chronicle, DueList dueList, EventLog events) {
        this.bookings = bookings;
        this.chronicle = chronicle;
        this.dueList = dueList;
        this.events = events;
    }

    @WithTransaction
    Uni<Integer> expire(Instant now) {
        return each(bookings.unanswered(now), session -> chronicle.record(session, session.expire(now), now));
    }

    @WithTransaction
    Uni<Integer> close(Instant now) {
        return each(bookings.leftOpen(now), session -> chronicle.record(session, session.close(now), now));
    }

    @WithTransaction
    Uni<Integer> tell(Instant now) {
        return each(dueList.due(now), due -> tell(due, now));
    }

    private Uni<Void> tell(SessionDue due, Instant now) {
        return bookings.findById(due.sessionId).chain(session -> tell(due, session, now));
    }

    private Uni<Void> tell(SessionDue due, MentorSession session, Instant now) {
        due.done(now);
        return due.isTooLate(session.startsAt(), now)
                ? Uni.createFrom().voidItem()
                : events.record(null, session.due(due.step(), due.minutes()));
    }

    /** One after the other, as they share a session. */
    private static <T> Uni<Integer> each(Uni<List<T>> found, Function<T, Uni<Void>> step) {
        return found.onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .call(step::apply)
                .collect()
                .with(Collectors.summingInt(done -> 1));
    }
}
