package club.panamia.social.follow;

import static club.panamia.social.follow.FollowProblem.NO_SUCH_REQUEST;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfFollows;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody decides who may follow them. */
@ApplicationScoped
class AnswerWish {

    private static final String ANSWER = """
            UPDATE social_follows f
               SET status = CAST(CAST(:answer AS text) AS social_follow_status), accepted_at = CASE WHEN :answer = 'accepted' THEN now() END
              FROM social_actors me JOIN profiles mine ON mine.id = me.profile_id,
                   social_actors them LEFT JOIN profiles theirs ON theirs.id = them.profile_id
             WHERE f.id = :id AND f.status = 'pending' AND me.id = f.target_actor_id AND mine.user_id = :person
               AND them.id = f.actor_id
            RETURNING f.id, theirs.user_id
            """;

    private final TellOfFollows tellOfFollows;
    private final EventLog events;

    AnswerWish(TellOfFollows tellOfFollows, EventLog events) {
        this.tellOfFollows = tellOfFollows;
        this.events = events;
    }

    @WithTransaction
    Uni<Void> accept(Actor person, String id) {
        return answer(person, id, "accepted")
                .call(() -> tellOfFollows.accepted(id))
                .chain(row ->
                        events.record(person.userId(), new FollowStep.Accepted(id, (String) row[1], person.userId())));
    }

    /** Who is refused does not hear of it, unless of another server, which must know. */
    @WithTransaction
    Uni<Void> reject(Actor person, String id) {
        return answer(person, id, "rejected").chain(() -> tellOfFollows.rejected(id));
    }

    private static Uni<Object[]> answer(Actor person, String id, String answer) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ANSWER, Object[].class)
                        .setParameter("answer", answer)
                        .setParameter("id", id)
                        .setParameter("person", person.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_REQUEST.because("It is answered, taken back or was never there."));
    }
}
