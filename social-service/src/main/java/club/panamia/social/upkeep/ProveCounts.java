package club.panamia.social.upkeep;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
        var walk = new Walk();
        return jobs.run("prove-social-counts", Duration.ofHours(20), walk::step);
    }

    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(new Walk()::step)
                .repeat()
                .whilst(portions -> portions > 0)
                .onItem()
                .ignoreAsUni();
    }

    /** Through all posts, and then through all actors, a portion at a time. */
    private final class Walk {

        private String post = "";
        private String actor = "";
        private boolean atActors;

        Uni<Integer> step() {
            return atActors
                    ? counts.ofActors(actor, PORTION).map(this::actors)
                    : counts.ofPosts(post, PORTION).map(this::posts);
        }

        private int posts(Counts.Proof proof) {
            report(proof);
            atActors = proof.last() == null;
            post = proof.last() == null ? post : proof.last();
            return 1;
        }

        private int actors(Counts.Proof proof) {
            report(proof);
            actor = proof.last() == null ? actor : proof.last();
            return proof.last() == null ? 0 : 1;
        }

        private static void report(Counts.Proof proof) {
            if (proof.mended() > 0) {
                LOG.warnf("Counts that were not those of their rows, and are now: %d", proof.mended());
            }
        }
    }
}
