package club.panamia.social.trend;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What trends is reckoned every few minutes, and not whenever somebody asks. */
@ApplicationScoped
class ReckonTrends {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int NOTHING_LEFT = 0;

    private final NamedJobs jobs;
    private final Reckoning reckoning;

    ReckonTrends(NamedJobs jobs, Reckoning reckoning) {
        this.jobs = jobs;
        this.reckoning = reckoning;
    }

    @Scheduled(every = "1m", delayed = "2m", identity = "reckon-trends")
    Uni<Void> runWhenDue() {
        return jobs.run("reckon-trends", EVERY, () -> reckoning.anew().replaceWith(NOTHING_LEFT));
    }
}
