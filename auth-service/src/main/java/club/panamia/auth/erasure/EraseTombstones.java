package club.panamia.auth.erasure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends what people asked about their data: wipes addresses, forgets old copies, deletes empty rows. Any number may run. */
@ApplicationScoped
class EraseTombstones {

    private final Tombstones tombstones;
    private final Eraser eraser;

    EraseTombstones(Tombstones tombstones, Eraser eraser) {
        this.tombstones = tombstones;
        this.eraser = eraser;
    }

    @Scheduled(every = "{pana.leaving.every}", delayed = "10s", identity = "erase-tombstones")
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
