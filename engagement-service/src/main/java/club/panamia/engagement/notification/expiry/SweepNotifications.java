package club.panamia.engagement.notification.expiry;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Notifications that are over leave the database, in small portions; two may do so at once. */
@ApplicationScoped
class SweepNotifications {

    private static final int BATCH = 1000;

    private final NamedJobs jobs;
    private final Expiry expiry;

    SweepNotifications(NamedJobs jobs, Expiry expiry) {
        this.jobs = jobs;
        this.expiry = expiry;
    }

    @Scheduled(every = "1m", delayed = "3m", identity = "sweep-notifications")
    Uni<Void> runWhenDue() {
        return jobs.run("sweep-notifications", Duration.ofMinutes(10), () -> run().replaceWith(0));
    }

    Uni<Void> run() {
        return untilNothing(() -> expiry.extend(BATCH))
                .chain(() -> untilNothing(() -> expiry.purge(BATCH)))
                .chain(() -> untilNothing(() -> expiry.forgetDeliveries(BATCH)));
    }

    private static Uni<Void> untilNothing(Supplier<Uni<Integer>> portion) {
        return Uni.createFrom()
                .deferred(portion::get)
                .repeat()
                .whilst(done -> done == BATCH)
                .onItem()
                .ignoreAsUni();
    }
}
