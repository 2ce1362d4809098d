package club.panamia.ops.job;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every job whose time has come and that no other process runs. What fails does not keep the others from running. */
@Singleton
class RunDueJobs {

    private final List<Job> jobs;
    private final NamedJobs named;
    private final Duration usually;

    RunDueJobs(
            @All List<Job> jobs, NamedJobs named, @ConfigProperty(name = "pana.jobs.usually-every") Duration usually) {
        this.jobs = jobs;
        this.named = named;
        this.usually = usually;
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
                .transformToUniAndConcatenate(job -> named.run(job.name(), usually, job.step()))
                .onItem()
                .ignoreAsUni();
    }
}
