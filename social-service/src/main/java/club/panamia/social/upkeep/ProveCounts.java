package club.panamia.social.upkeep;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.social.upkeep.Counts.Portion;
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

    private Uni<Portion> mend(Counted counted, Portion portion) {
        return portion.wrong().isEmpty()
                ? Uni.createFrom().item(portion)
                : counts.mend(counted, portion.wrong())
                        .invoke(mended -> LOG.warnf(
                                "Counts that were not those of their rows, and are now: %d of %s", mended, counted))
                        .replaceWith(portion);
    }

    /** Through all that is counted, a portion at a time. */
    private final class Walk {

        private int counted;
        private String after = "";

        Uni<Integer> step() {
            var now = Counted.values()[counted];
            return counts.look(now, after, PORTION)
                    .chain(portion -> mend(now, portion))
                    .map(this::goOn);
        }

        private int goOn(Portion portion) {
            if (portion.last() != null) {
                after = portion.last();
                return 1;
            }
            counted++;
            after = "";
            return counted < Counted.values().length ? 1 : 0;
        }
    }
}
