package club.panamia.profile.geocode;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Answers that are over leave the database, and the oldest beyond a hundred thousand. */
@ApplicationScoped
class ForgetGeocodes {

    private static final long MOST = 100_000;

    private final NamedJobs jobs;
    private final Geocodes geocodes;

    ForgetGeocodes(NamedJobs jobs, Geocodes geocodes) {
        this.jobs = jobs;
        this.geocodes = geocodes;
    }

    @Scheduled(every = "10m", delayed = "7m", identity = "forget-geocodes")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-geocodes", Duration.ofHours(1), () -> geocodes.forget(MOST));
    }
}
