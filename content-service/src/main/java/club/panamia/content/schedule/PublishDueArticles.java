package club.panamia.content.schedule;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Lets go out what is due, one article per transaction. */
@ApplicationScoped
class PublishDueArticles {

    private final NamedJobs jobs;
    private final PublishNextDue next;
    private final Clock clock;

    PublishDueArticles(NamedJobs jobs, PublishNextDue next, Clock clock) {
        this.jobs = jobs;
        this.next = next;
        this.clock = clock;
    }

    /** Until nothing is due that nobody else is at. */
    @Scheduled(every = "10s", identity = "publish-due-articles", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return jobs.run("publish-due-articles", Duration.ZERO, this::one);
    }

    private Uni<Integer> one() {
        return next.publish(clock.instant()).map(published -> published ? 1 : 0);
    }
}
