package club.panamia.social.poll;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Other servers hear how many have voted, of each poll every five minutes at most, and once more when it is over. */
@ApplicationScoped
class TellCounts {

    private final NamedJobs jobs;
    private final TellNextCount next;

    TellCounts(NamedJobs jobs, TellNextCount next) {
        this.jobs = jobs;
        this.next = next;
    }

    @Scheduled(every = "1m", delayed = "2m", identity = "tell-poll-counts")
    Uni<Void> run() {
        return jobs.run("tell-poll-counts", Duration.ofSeconds(50), next::tell);
    }
}
