package club.panamia.social.transfer;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What somebody brought, and what could not be taken of it, is forgotten after thirty days. */
@ApplicationScoped
class ForgetImports {

    private final NamedJobs jobs;
    private final WaitingRows rows;

    ForgetImports(NamedJobs jobs, WaitingRows rows) {
        this.jobs = jobs;
        this.rows = rows;
    }

    @Scheduled(every = "1h", delayed = "11m", identity = "forget-social-imports")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-social-imports", Duration.ofDays(1), rows::forget);
    }
}
