package club.panamia.social.actor;

import static club.panamia.social.actor.SocialProblem.NOT_TAKING_PART;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfActors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody decides whether they answer wishes to follow them themselves; other servers hear of it. */
@ApplicationScoped
class DecideOnFollowers {

    private static final String DECIDE = """
            WITH mine AS (
              SELECT a.id, a.manually_approves_followers AS decides FROM social_actors a JOIN profiles p ON p.id = a.profile_id
               WHERE p.user_id = :person FOR NO KEY UPDATE OF a
            ), decided AS (
              UPDATE social_actors a SET manually_approves_followers = :decides FROM mine
               WHERE a.id = mine.id AND mine.decides <> :decides
            )
            SELECT id, decides <> :decides FROM mine
            """;

    private final TellOfActors tell;

    DecideOnFollowers(TellOfActors tell) {
        this.tell = tell;
    }

    /** Wishes that wait are still answered by hand; refuses who has no actor. */
    @WithTransaction
    Uni<Void> of(Actor person, boolean decides) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(DECIDE, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("decides", decides)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_TAKING_PART.because("There is nothing to decide yet."))
                .chain(mine -> (boolean) mine[1]
                        ? tell.changed((String) mine[0])
                        : Uni.createFrom().voidItem());
    }
}
