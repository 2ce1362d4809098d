package club.panamia.social.filter;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Filters whose time is over leave the database. */
@ApplicationScoped
class ForgetFilters {

    private static final int BATCH = 1000;

    private final NamedJobs jobs;
    private final Filters filters;

    ForgetFilters(NamedJobs jobs, Filters filters) {
        this.jobs = jobs;
        this.filters = filters;
    }

    @Scheduled(every = "10m", delayed = "6m", identity = "forget-filters")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-filters", Duration.ofHours(1), () -> filters.forget(BATCH));
    }
}
