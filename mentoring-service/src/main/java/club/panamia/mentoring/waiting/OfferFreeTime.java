package club.panamia.mentoring.waiting;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Looks again and again whether something has become free for whoever waits. Any number of processes may do so at once. */
@ApplicationScoped
class OfferFreeTime {

    private final Offers offers;
    private final Clock clock;

    OfferFreeTime(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** First ends what was offered for long enough: it is free for the next in line. */
    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "offer-free-time",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return untilNothing(offers::end).chain(() -> untilNothing(offers::lookAtALine));
    }

    private Uni<Void> untilNothing(Function<Instant, Uni<Integer>> some) {
        return Uni.createFrom()
                .deferred(() -> some.apply(clock.instant()))
                .repeat()
                .whilst(done -> done > 0)
                .onItem()
                .ignoreAsUni();
    }
}
