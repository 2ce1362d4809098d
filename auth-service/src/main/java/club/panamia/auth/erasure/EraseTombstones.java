package club.panamia.auth.erasure;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends what people asked about their data: wipes addresses, forgets old copies, deletes empty rows. Any number may run. */
@ApplicationScoped
class EraseTombstones {

    private final NamedJobs jobs;
    private final Tombstones tombstones;
    private final Eraser eraser;

    EraseTombstones(NamedJobs jobs, Tombstones tombstones, Eraser eraser) {
        this.jobs = jobs;
        this.tombstones = tombstones;
        this.eraser = eraser;
    }

    @Scheduled(every = "{pana.leaving.every}", delayed = "10s", identity = "erase-tombstones")
    Uni<Void> runWhenDue() {
        return jobs.run("erase-tombstones", Duration.ZERO, () -> run().replaceWith(0));
    }

    Uni<Void> run() {
        return tombstones.complete().chain(this::eraseDue);
    }

    /** Without an address for the eraser the empty rows stay, which is safe. */
    private Uni<Void> eraseDue() {
        return eraser.isOn()
                ? tombstones
                        .due()
                        .onItem()
                        .transformToUniAndConcatenate(this::erase)
                        .onItem()
                        .ignoreAsUni()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> erase(Tombstone tombstone) {
        return eraser.erase(tombstone.userId()).chain(answer -> tombstones.note(tombstone, answer));
    }
}
