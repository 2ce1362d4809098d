package club.panamia.social.actor;

import static club.panamia.social.actor.SocialProblem.MAY_NOT_TAKE_PART;
import static club.panamia.social.actor.SocialProblem.NOT_TAKING_PART;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Those who may speak, follow and like: they have an actor, and no gate is closed. */
@Singleton
public class Participants {

    private static final String OF_PERSON = """
            SELECT a.id, a.uri, a.followers_url, a.username, p.active AND p.social_eligible AND a.standing <> 'suspended' AS may_act
              FROM social_actors a JOIN profiles p ON p.id = a.profile_id
             WHERE p.user_id = :person
            """;

    /** In the caller's transaction. */
    public Uni<Participant> of(Actor person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(OF_PERSON, Object[].class)
                        .setParameter("person", person.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_TAKING_PART.because("You have no actor yet."))
                .map(Participants::admitted);
    }

    private static Participant admitted(Object[] row) {
        if (!(boolean) row[4]) {
            throw MAY_NOT_TAKE_PART.because("Your profile is not one that others may see.");
        }
        return new Participant((String) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }
}
