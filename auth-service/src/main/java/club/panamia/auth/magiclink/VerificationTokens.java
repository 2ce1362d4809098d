package club.panamia.auth.magiclink;

import static club.panamia.auth.magiclink.MagicLinkProblem.LINK_NOT_VALID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The links that were mailed and not used. */
@ApplicationScoped
class VerificationTokens implements PanacheRepositoryBase<VerificationToken, String> {

    /** One DELETE decides who used the link, however many try at once. */
    Uni<Void> use(String email, String hash, Instant now) {
        return delete("identifier = ?1 and token = ?2 and expires > ?3", email, hash, now)
                .invoke(used -> {
                    if (used == 0) {
                        throw LINK_NOT_VALID.because(
                                "It was used already, is older than 24 hours, or is not complete. Ask for a new one.");
                    }
                })
                .replaceWithVoid();
    }
}
