package club.panamia.profile.link;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.profile.profile.ProfileProblem.NO_PROFILE_YET;
import static club.panamia.profile.profile.ProfileProblem.NO_SUCH_PROFILE;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Both ends of a link. */
@ApplicationScoped
class LinkedProfiles implements PanacheRepositoryBase<LinkedProfile, String> {

    private static final String MINE = "SELECT id FROM profiles WHERE user_id = :user";

    /** The actor's own end and the other one, locked in the order of their ids: two who link each other at once do not block. */
    Uni<Ends> ofForChange(Actor actor, String otherId) {
        return mine(actor).invoke(mine -> refuseOneself(mine, otherId)).chain(mine -> ends(mine, otherId));
    }

    private Uni<Ends> ends(String mine, String otherId) {
        return find("id in ?1", Sort.by("id"), List.of(mine, otherId))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(found -> Ends.of(found, mine));
    }

    private Uni<String> mine(Actor actor) {
        return getSession()
                .chain(session -> session.createNativeQuery(MINE, String.class)
                        .setParameter("user", actor.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_PROFILE_YET.because("Begin one by POST /api/profiles."));
    }

    private static void refuseOneself(String mine, String otherId) {
        if (mine.equals(otherId)) {
            throw INVALID.because("This is your own profile.").at("profileId", "must be another profile");
        }
    }

    /** The two ends of a link, from the point of view of whoever acts. */
    record Ends(LinkedProfile mine, LinkedProfile other) {

        static Ends of(List<LinkedProfile> found, String mine) {
            if (found.size() < 2) {
                throw NO_SUCH_PROFILE.because("Nobody shows a profile with this id.");
            }
            var first = found.getFirst();
            var last = found.getLast();
            return first.id.equals(mine) ? new Ends(first, last) : new Ends(last, first);
        }
    }
}
