package club.panamia.social.actor;

import static club.panamia.social.actor.SocialProblem.NOT_TAKING_PART;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfActors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody decides who follows them, and who may find them; other servers hear of it. */
@ApplicationScoped
class DecideOnActor {

    private static final String DECIDE = """
            WITH mine AS (
              SELECT a.id, a.manually_approves_followers, a.discoverable, a.indexable
                FROM social_actors a JOIN profiles p ON p.id = a.profile_id
               WHERE p.user_id = :person FOR NO KEY UPDATE OF a
            ), said AS (
              SELECT mine.id, coalesce(CAST(:decides AS boolean), manually_approves_followers) AS decides,
                     coalesce(CAST(:discoverable AS boolean), discoverable) AS discoverable,
                     coalesce(CAST(:indexable AS boolean), indexable) AS indexable
                FROM mine
            ), decided AS (
              UPDATE social_actors a
                 SET manually_approves_followers = said.decides, discoverable = said.discoverable, indexable = said.indexable
                FROM said
               WHERE a.id = said.id AND (a.manually_approves_followers, a.discoverable, a.indexable)
                                        IS DISTINCT FROM (said.decides, said.discoverable, said.indexable)
              RETURNING a.id
            )
            SELECT mine.id, EXISTS (SELECT FROM decided) FROM mine
            """;

    private final TellOfActors tell;

    DecideOnActor(TellOfActors tell) {
        this.tell = tell;
    }

    /** Wishes that wait are still answered by hand; refuses who has no actor. */
    @WithTransaction
    Uni<Void> of(Actor person, ActorSettings settings) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(DECIDE, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("decides", settings.manuallyApprovesFollowers())
                        .setParameter("discoverable", settings.discoverable())
                        .setParameter("indexable", settings.indexable())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_TAKING_PART.because("There is nothing to decide yet."))
                .chain(mine -> (boolean) mine[1]
                        ? tell.changed((String) mine[0])
                        : Uni.createFrom().voidItem());
    }
}
