package club.panamia.engagement.notification.proof;

import club.panamia.engagement.notification.proof.UnreadCounts.Compared;
import club.panamia.kernel.job.NamedJobs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Holds every number against the rows, night by night; one that is wrong is a fault of ours, is logged, and is counted anew. */
@ApplicationScoped
class ProveUnreadCounts {

    private static final Logger LOG = Logger.getLogger(ProveUnreadCounts.class);

    private final NamedJobs jobs;
    private final UnreadCounts counts;
    private final Counter wrong;

    ProveUnreadCounts(NamedJobs jobs, UnreadCounts counts, MeterRegistry registry) {
        this.jobs = jobs;
        this.counts = counts;
        this.wrong = registry.counter("pana.notifications.miscounted");
    }

    @Scheduled(
            cron = "0 0/10 8-9 * * ?",
            timeZone = "UTC",
            identity = "prove-unread-counts",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> runWhenDue() {
        return jobs.run("prove-unread-counts", Duration.ofHours(20), () -> run().replaceWith(0));
    }

    Uni<Void> run() {
        return after("");
    }

    private Uni<Void> after(String last) {
        return counts.compare(last).call(this::mend).chain(this::goOn);
    }

    private Uni<Void> goOn(Compared compared) {
        return compared.people() < UnreadCounts.PORTION
                ? Uni.createFrom().voidItem()
                : after(String.valueOf(compared.last()));
    }

    private Uni<Void> mend(Compared compared) {
        return Multi.createFrom()
                .iterable(compared.wrong())
                .invoke(this::say)
                .onItem()
                .transformToUniAndConcatenate(counts::countAnew)
                .onItem()
                .ignoreAsUni();
    }

    private void say(String person) {
        wrong.increment();
        LOG.errorf("Unread notifications were counted wrongly user=%s", person);
    }
}
