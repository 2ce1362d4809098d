package club.panamia.engagement.announcement;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells what is due, portion by portion, until nothing is. One process does so at a time; two would not harm. */
@ApplicationScoped
class TellAnnouncements {

    private final NamedJobs jobs;
    private final TellPortion portion;
    private final Clock clock;

    TellAnnouncements(NamedJobs jobs, TellPortion portion, Clock clock) {
        this.jobs = jobs;
        this.portion = portion;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.engagement.announce-every}",
            delayed = "20s",
            identity = "tell-announcements",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return run(clock.instant());
    }

    /** As if it were {@code now}. */
    Uni<Void> run(Instant now) {
        return jobs.run("tell-announcements", Duration.ZERO, () -> portion(now));
    }

    private Uni<Integer> portion(Instant now) {
        return portion.next(now).map(found -> found ? 1 : 0);
    }
}
