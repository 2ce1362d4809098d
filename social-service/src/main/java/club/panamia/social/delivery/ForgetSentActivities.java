package club.panamia.social.delivery;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets what others have been told, and what they could not be told. */
@ApplicationScoped
class ForgetSentActivities {

    private static final int BATCH = 1000;

    private final NamedJobs jobs;
    private final Deliveries deliveries;

    ForgetSentActivities(NamedJobs jobs, Deliveries deliveries) {
        this.jobs = jobs;
        this.deliveries = deliveries;
    }

    @Scheduled(every = "10m", delayed = "5m", identity = "forget-sent-activities")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-sent-activities", Duration.ofHours(1), () -> deliveries.forget(BATCH));
    }
}
