package club.panamia.mentoring.waiting;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Looks again and again whether something has become free for whoever waits. One process does so at a time; two would not harm. */
@ApplicationScoped
class OfferFreeTime {

    private final NamedJobs jobs;
    private final Offers offers;
    private final Clock clock;

    OfferFreeTime(NamedJobs jobs, Offers offers, Clock clock) {
        this.jobs = jobs;
        this.offers = offers;
        this.clock = clock;
    }

    /** First ends what was offered for long enough: it is free for the next in line. */
    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "offer-free-time",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return jobs.run("offer-free-time", Duration.ZERO, this::some);
    }

    private Uni<Integer> some() {
        return offers.end(clock.instant()).chain(this::goOn);
    }

    private Uni<Integer> goOn(int ended) {
        return ended > 0 ? Uni.createFrom().item(ended) : offers.lookAtALine(clock.instant());
    }
}
