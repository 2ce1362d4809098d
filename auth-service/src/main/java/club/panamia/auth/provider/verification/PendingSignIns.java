package club.panamia.auth.provider.verification;

import static club.panamia.auth.provider.verification.VerificationProblem.VERIFICATION_NOT_VALID;

import club.panamia.auth.account.ForeignAccount;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The sign-ins that wait for a proof. ops-service confirms them; here they begin and end. */
@ApplicationScoped
class PendingSignIns implements PanacheRepositoryBase<PendingSignIn, String> {

    /** The one that began in this browser and has not expired. */
    Uni<PendingSignIn> begunIn(String browserHash, Instant now) {
        return find("browserHash = ?1 and expiresAt > ?2", browserHash, now)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(PendingSignIns::gone);
    }

    /** Forgets what began earlier with the same account, wherever: the newest counts. */
    Uni<Long> forget(ForeignAccount account) {
        return delete("provider = ?1 and providerAccountId = ?2", account.provider(), account.id());
    }

    /** One DELETE decides who finishes, however many try at once. */
    Uni<Void> use(PendingSignIn pending) {
        return delete("id = ?1", pending.id)
                .invoke(used -> {
                    if (used == 0) {
                        throw gone();
                    }
                })
                .replaceWithVoid();
    }

    private static Problem gone() {
        return VERIFICATION_NOT_VALID.because(
                "It was finished already, has expired, or was begun in another browser. Sign in again.");
    }
}
