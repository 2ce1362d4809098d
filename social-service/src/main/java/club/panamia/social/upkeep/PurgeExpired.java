package club.panamia.social.upkeep;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What was said to a few leaves the database when its time is over, in small portions. */
@ApplicationScoped
class PurgeExpired {

    private static final int BATCH = 500;

    private final NamedJobs jobs;
    private final Expired expired;

    PurgeExpired(NamedJobs jobs, Expired expired) {
        this.jobs = jobs;
        this.expired = expired;
    }

    @Scheduled(every = "1m", delayed = "3m", identity = "purge-expired-posts")
    Uni<Void> run() {
        return jobs.run("purge-expired-posts", Duration.ofMinutes(10), () -> expired.purge(BATCH));
    }
}
