package club.panamia.social.poll;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** When a poll is over its author and those who voted hear of it, soon and once. */
@ApplicationScoped
class EndPolls {

    private final NamedJobs jobs;
    private final EndNextPoll next;

    EndPolls(NamedJobs jobs, EndNextPoll next) {
        this.jobs = jobs;
        this.next = next;
    }

    @Scheduled(every = "20s", delayed = "1m", identity = "end-polls")
    Uni<Void> run() {
        return jobs.run("end-polls", Duration.ofSeconds(15), next::end);
    }
}
