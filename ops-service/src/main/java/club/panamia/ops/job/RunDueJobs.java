package club.panamia.ops.job;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs every job whose time has come and that no other process runs. What fails does not keep the others from running. */
@Singleton
class RunDueJobs {

    private static final Logger LOG = Logger.getLogger(RunDueJobs.class);

    private final List<Job> jobs;
    private final Ledger ledger;
    private final JobSettings settings;

    RunDueJobs(@All List<Job> jobs, Ledger ledger, JobSettings settings) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.settings = settings;
    }

    @Scheduled(
            every = "{pana.ops.jobs-every}",
            delayed = "20s",
            identity = "run-due-jobs",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createFrom()
                .iterable(jobs)
                .onItem()
                .transformToUniAndConcatenate(this::runIfDue)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> runIfDue(Job job) {
        return ledger.register(job)
                .chain(() -> ledger.claim(job))
                .chain(claimed -> claimed ? toTheEnd(job) : Uni.createFrom().voidItem());
    }

    private Uni<Void> toTheEnd(Job job) {
        return Uni.createFrom()
                .deferred(() -> step(job))
                .repeat()
                .whilst(done -> done > 0)
                .onItem()
                .ignoreAsUni()
                .chain(() -> ledger.end(job, settings.every(job)))
                .onFailure()
                .recoverWithUni(failure -> failed(job, failure));
    }

    private Uni<Integer> step(Job job) {
        return job.step().get().call(done -> ledger.keep(job, done));
    }

    private Uni<Void> failed(Job job, Throwable failure) {
        LOG.warnf("The job %s failed: %s", job.name(), failure.getMessage());
        return ledger.fail(job, settings.every(job), failure);
    }
}
