package club.panamia.mentoring.due;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Looks again and again whether something is due. One process does so at a time; two would not harm. */
@ApplicationScoped
class LookAfterSessions {

    private final NamedJobs jobs;
    private final Overdue overdue;
    private final Clock clock;

    LookAfterSessions(NamedJobs jobs, Overdue overdue, Clock clock) {
        this.jobs = jobs;
        this.overdue = overdue;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "end-unanswered-requests",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> endUnansweredRequests() {
        return run("end-unanswered-requests", overdue::expire);
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "close-sessions",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> closeSessions() {
        return run("close-sessions", overdue::close);
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "tell-what-is-due",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tellWhatIsDue() {
        return run("tell-what-is-due", overdue::tell);
    }

    private Uni<Void> run(String name, Function<Instant, Uni<Integer>> some) {
        return jobs.run(name, Duration.ZERO, () -> some.apply(clock.instant()));
    }
}
