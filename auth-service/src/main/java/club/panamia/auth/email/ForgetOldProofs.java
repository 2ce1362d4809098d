package club.panamia.auth.email;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Addresses whose link was not opened in time leave the database. */
@ApplicationScoped
class ForgetOldProofs {

    private final EmailProofs proofs;

    ForgetOldProofs(EmailProofs proofs) {
        this.proofs = proofs;
    }

    @Scheduled(every = "1h", delayed = "6m", identity = "forget-old-proofs")
    Uni<Void> forget() {
        return proofs.purge().replaceWithVoid();
    }
}
