package club.panamia.mentoring.due;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Looks again and again whether something is due. Any number of processes may do so at once: each takes what is free. */
@ApplicationScoped
class LookAfterSessions {

    private final Overdue overdue;
    private final Clock clock;

    LookAfterSessions(Overdue overdue, Clock clock) {
        this.overdue = overdue;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "end-unanswered-requests",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> endUnansweredRequests() {
        return untilNothing(overdue::expire);
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "close-sessions",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> closeSessions() {
        return untilNothing(overdue::close);
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "tell-what-is-due",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tellWhatIsDue() {
        return untilNothing(overdue::tell);
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
