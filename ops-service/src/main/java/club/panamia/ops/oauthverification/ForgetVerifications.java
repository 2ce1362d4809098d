package club.panamia.ops.oauthverification;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sign-ins that waited too long leave the database. */
@ApplicationScoped
class ForgetVerifications {

    private final PendingVerifications pending;

    ForgetVerifications(PendingVerifications pending) {
        this.pending = pending;
    }

    @Scheduled(every = "{pana.ops.jobs-every}", delayed = "1m", identity = "forget-oauth-verifications")
    Uni<Void> forget() {
        return pending.forgetExpired().replaceWithVoid();
    }
}
