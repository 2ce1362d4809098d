package club.panamia.social.upkeep;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Once a night every count is held against its rows; one that is wrong is put right, and said to have been. */
@ApplicationScoped
class ProveCounts {

    private static final Logger LOG = Logger.getLogger(ProveCounts.class);
    private static final int PORTION = 1000;

    private final NamedJobs jobs;
    private final Counts counts;

    ProveCounts(NamedJobs jobs, Counts counts) {
        this.jobs = jobs;
        this.counts = counts;
    }

    @Scheduled(cron = "0 0/10 8-9 * * ?", timeZone = "UTC", identity = "prove-social-counts")
    Uni<Void> runWhenDue() {
        return jobs.run("prove-social-counts", Duration.ofHours(20), () -> run().replaceWith(0));
    }

    Uni<Void> run() {
        return all(after -> counts.ofPosts(after, PORTION)).chain(() -> all(after -> counts.ofActors(after, PORTION)));
    }

    private static Uni<Void> all(Function<String, Uni<Counts.Proof>> portion) {
        var after = new AtomicReference<>("");
        Multi<Counts.Proof> portions = Uni.createFrom()
                .deferred(() -> portion.apply(after.get()))
                .repeat()
                .whilst(proof -> proof.last() != null);
        return portions.invoke(proof -> goOn(after, proof)).onItem().ignoreAsUni();
    }

    private static void goOn(AtomicReference<String> after, Counts.Proof proof) {
        if (proof.last() != null) {
            after.set(proof.last());
        }
        if (proof.mended() > 0) {
            LOG.warnf("Counts that were not those of their rows, and are now: %d", proof.mended());
        }
    }
}
