package club.panamia.mentoring.own;

import static club.panamia.mentoring.own.OwnProblem.NEEDS_PROFILE;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The profiles, for those who say something about their mentoring. */
@ApplicationScoped
class MentorProfiles implements PanacheRepositoryBase<MentorProfile, String> {

    /** The actor's own. */
    Uni<MentorProfile> of(Actor owner) {
        return find("userId", owner.userId())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NEEDS_PROFILE.because("Begin one by POST /api/profiles."));
    }

    /** The same, locked: whoever changes it at the same moment waits, and then sees that it has changed. */
    Uni<MentorProfile> ofForChange(Actor owner) {
        return find("userId", owner.userId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NEEDS_PROFILE.because("Begin one by POST /api/profiles."));
    }
}
