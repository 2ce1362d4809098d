package club.panamia.social.reaction;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfReactions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody reacts to a post that they see, once; again, and twice at once, it is the same. */
@ApplicationScoped
class React {

    private static final String BEGIN = Audience.viewer(":person") + """
            , seen AS (
              SELECT s.id, p.user_id FROM %1$s WHERE s.id = :status AND %2$s AND %3$s
            ), made AS (
              INSERT INTO %4$s (id, actor_id, status_id, uri) SELECT :id, CAST(:actor AS text), id, :uri FROM seen
              ON CONFLICT (actor_id, status_id) DO NOTHING
              RETURNING id
            )
            SELECT seen.user_id, EXISTS (SELECT FROM made) FROM seen
            """;

    private static final String END = """
            DELETE FROM %s r USING social_actors me, profiles mine
             WHERE mine.user_id = :person AND me.profile_id = mine.id AND r.actor_id = me.id AND r.status_id = :status
            RETURNING (SELECT p.user_id FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id
                         LEFT JOIN profiles p ON p.id = a.profile_id WHERE s.id = r.status_id), r.id
            """;

    private final Participants participants;
    private final TellOfReactions tellOfReactions;
    private final EventLog events;
    private final Home home;

    React(Participants participants, TellOfReactions tellOfReactions, EventLog events, Home home) {
        this.participants = participants;
        this.tellOfReactions = tellOfReactions;
        this.events = events;
        this.home = home;
    }

    @WithTransaction
    Uni<Void> begin(Reaction reaction, Actor person, String statusId) {
        return participants
                .of(person)
                .chain(actor -> insert(reaction, person, actor, statusId))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("There is none, or it is not meant for this."))
                .call(() -> tellOfReactions.begun(reaction == Reaction.BOOST, person.userId(), statusId))
                .chain(row -> (boolean) row[1]
                        ? tell(reaction, true, person, statusId, row)
                        : Uni.createFrom().voidItem());
    }

    /** Also where the post is not to be seen any more. */
    @WithTransaction
    Uni<Void> end(Reaction reaction, Actor person, String statusId) {
        return CallersTransaction.session()
                .call(() -> tellOfReactions.ends(reaction == Reaction.BOOST, person.userId(), statusId))
                .chain(session -> session.createNativeQuery(END.formatted(reaction.table()), Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("status", statusId)
                        .getSingleResultOrNull())
                .chain(row -> row == null ? Uni.createFrom().voidItem() : tell(reaction, false, person, statusId, row));
    }

    private Uni<Object[]> insert(Reaction reaction, Actor person, Participant actor, String statusId) {
        var id = Ids.next();
        var statement = BEGIN.formatted(Audience.FROM, Audience.MAY_SEE, reaction.condition(), reaction.table());
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(statement, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("actor", actor.id())
                        .setParameter("status", statusId)
                        .setParameter("id", id)
                        .setParameter("uri", home.at("/ap/%s/%s".formatted(reaction.path(), id)))
                        .getSingleResultOrNull());
    }

    private Uni<Void> tell(Reaction reaction, boolean begun, Actor person, String statusId, Object[] row) {
        return events.record(
                person.userId(), new ReactionStep(reaction, begun, statusId, person.userId(), (String) row[0]));
    }
}
