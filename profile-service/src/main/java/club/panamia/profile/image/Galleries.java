package club.panamia.profile.image;

import static club.panamia.profile.profile.ProfileProblem.NO_PROFILE_YET;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** People's pictures, by whose they are. */
@ApplicationScoped
class Galleries implements PanacheRepositoryBase<Gallery, String> {

    Uni<Gallery> of(Actor owner) {
        return find("userId", owner.userId()).firstResult().onItem().ifNull().failWith(Galleries::none);
    }

    /** Locked: of two uploads the second sees that the first has changed it. */
    Uni<Gallery> ofForChange(Actor owner) {
        return find("userId", owner.userId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Galleries::none);
    }

    private static Throwable none() {
        return NO_PROFILE_YET.because("Begin one by POST /api/profiles.");
    }
}
