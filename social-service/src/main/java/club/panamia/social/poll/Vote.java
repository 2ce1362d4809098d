package club.panamia.social.poll;

import static club.panamia.social.poll.PollProblem.ALREADY_VOTED;
import static club.panamia.social.poll.PollProblem.NO_SUCH_POLL;
import static club.panamia.social.poll.PollProblem.OWN_POLL;
import static club.panamia.social.poll.PollProblem.POLL_ENDED;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.audience.Audience;
import club.panamia.social.outgoing.TellOfVotes;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;

/** Somebody votes in a poll that they see: once, while it lasts. */
@ApplicationScoped
class Vote {

    /** Who votes at the same moment waits here, and then finds what is there by then. */
    private static final String HOLD = Audience.viewer(":person") + """
            SELECT q.multiple, cardinality(q.options), coalesce(q.ends_at <= clock_timestamp(), false), s.actor_id
              FROM %s JOIN internal.poll q ON q.status_id = s.id
             WHERE s.id = :id AND %s
               FOR NO KEY UPDATE OF q
            """.formatted(Audience.FROM, Audience.MAY_SEE);

    private static final String GIVE = """
            WITH given AS (
              SELECT CAST(:id AS text) AS status_id, CAST(:actor AS text) AS actor_id,
                     ARRAY(SELECT CAST(c AS int) FROM jsonb_array_elements_text(CAST(CAST(:choices AS text) AS jsonb)) AS c) AS choices
            ), made AS (
              INSERT INTO internal.ballot (status_id, actor_id, choices) SELECT * FROM given
              ON CONFLICT (status_id, actor_id) DO NOTHING
              RETURNING id
            )
            SELECT EXISTS (SELECT FROM made) AS made,
                   EXISTS (SELECT FROM given JOIN internal.ballot b USING (status_id, actor_id) WHERE b.choices = given.choices) AS same
            """;

    private final Participants participants;
    private final TellOfVotes tellOfVotes;

    Vote(Participants participants, TellOfVotes tellOfVotes) {
        this.participants = participants;
        this.tellOfVotes = tellOfVotes;
    }

    /** To choose the same again changes nothing. */
    @WithTransaction
    Uni<Void> give(Actor person, String statusId, Ballot ballot) {
        return participants
                .of(person)
                .call(voter -> require(person, voter, statusId, ballot))
                .chain(voter -> give(voter, statusId, ballot));
    }

    private static Uni<Void> require(Actor person, Participant voter, String statusId, Ballot ballot) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(HOLD, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("id", statusId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_POLL.because("There is none, or it is not meant for you."))
                .invoke(poll -> requireValid(poll, voter, ballot))
                .replaceWithVoid();
    }

    private static void requireValid(Object[] poll, Participant voter, Ballot ballot) {
        var choices = ballot.inOrder();
        if (voter.id().equals(poll[3])) {
            throw OWN_POLL.because("It is for others to answer.");
        }
        if ((boolean) poll[2]) {
            throw POLL_ENDED.because("Its time is over.");
        }
        if (choices.getLast() >= (int) poll[1]) {
            throw invalid("must be places of answers");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw invalid("must not name any twice");
        }
        if (choices.size() > 1 && !(boolean) poll[0]) {
            throw invalid("must be one");
        }
    }

    private Uni<Void> give(Participant voter, String statusId, Ballot ballot) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(GIVE, Object[].class)
                        .setParameter("id", statusId)
                        .setParameter("actor", voter.id())
                        .setParameter("choices", new JsonArray(ballot.inOrder()).encode())
                        .getSingleResult())
                .map(Vote::isNew)
                .chain(isNew -> isNew
                        ? tellOfVotes.given(statusId, voter.id())
                        : Uni.createFrom().voidItem());
    }

    private static boolean isNew(Object[] vote) {
        var made = (boolean) vote[0];
        if (!made && !(boolean) vote[1]) {
            throw ALREADY_VOTED.because("You have chosen something else.");
        }
        return made;
    }

    private static RuntimeException invalid(String message) {
        return CommonProblem.INVALID.because("This cannot be chosen here.").at("/choices", message);
    }
}
