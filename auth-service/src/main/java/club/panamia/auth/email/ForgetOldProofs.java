package club.panamia.auth.email;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Addresses whose link was not opened in time leave the database. */
@ApplicationScoped
class ForgetOldProofs {

    private final NamedJobs jobs;
    private final EmailProofs proofs;

    ForgetOldProofs(NamedJobs jobs, EmailProofs proofs) {
        this.jobs = jobs;
        this.proofs = proofs;
    }

    @Scheduled(every = "10m", delayed = "6m", identity = "forget-old-proofs")
    Uni<Void> forgetWhenDue() {
        return jobs.run("forget-old-proofs", Duration.ofHours(1), this::forget);
    }

    Uni<Integer> forget() {
        return proofs.purge();
    }
}
