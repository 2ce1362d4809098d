package club.panamia.social.follow;

import static club.panamia.social.actor.SocialProblem.NO_SUCH_ACTOR;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Named;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.audience.Audience;
import club.panamia.social.follow.FollowStep.Accepted;
import club.panamia.social.follow.FollowStep.Requested;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfFollows;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody wishes to follow somebody, here or elsewhere; again, and twice at once, it is the same wish. */
@ApplicationScoped
public class BeginToFollow {

    /** Whoever blocks the other is not there. Other servers answer when they like. A wish that was refused stays refused until it is taken back. */
    private static final String FOLLOW =
            """
            WITH target AS (
              SELECT a.id, p.user_id, a.manually_approves_followers OR a.fetched_at IS NOT NULL AS decides, a.fetched_at IS NOT NULL AS remote
                FROM social_actors a
                %s
               WHERE a.id = %s
                 AND NOT %s
                 AND NOT internal.is_apart(CAST(:actor AS text), a.id)
            ), wish AS (
              INSERT INTO social_follows (id, actor_id, target_actor_id, uri, status, accepted_at)
              SELECT :id, CAST(:actor AS text), id, :uri,
                     CAST(CASE WHEN decides THEN 'pending' ELSE 'accepted' END AS social_follow_status),
                     CASE WHEN NOT decides THEN now() END
                FROM target
              ON CONFLICT (actor_id, target_actor_id) DO NOTHING
              RETURNING status
            )
            SELECT target.user_id, CAST((SELECT status FROM wish) AS text) AS made,
                   CAST((SELECT f.status FROM social_follows f WHERE f.actor_id = :actor AND f.target_actor_id = target.id) AS text) AS was,
                   target.decides, target.remote
              FROM target
            """.formatted(Audience.SEEN, Named.id(":username"), Audience.keepsAway(":actor", "a.domain"));

    private final Participants participants;
    private final TellOfFollows tellOfFollows;
    private final EventLog events;
    private final Home home;

    BeginToFollow(Participants participants, TellOfFollows tellOfFollows, EventLog events, Home home) {
        this.participants = participants;
        this.tellOfFollows = tellOfFollows;
        this.events = events;
        this.home = home;
    }

    @WithTransaction
    public Uni<FollowState> of(Actor person, String username) {
        var id = Ids.next();
        return participants
                .of(person)
                .chain(follower -> wish(follower, username, id))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_ACTOR.because("Nobody of this name can be followed."))
                .call(found -> tell(person, id, found))
                .map(BeginToFollow::state);
    }

    private Uni<Object[]> wish(Participant follower, String username, String id) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOW, Object[].class)
                        .setParameter("username", home.handle(username))
                        .setParameter("actor", follower.id())
                        .setParameter("id", id)
                        .setParameter("uri", home.at("/ap/follows/" + id))
                        .getSingleResultOrNull());
    }

    private Uni<Void> tell(Actor person, String id, Object[] found) {
        var followed = (String) found[0];
        return switch ((String) found[1]) {
            case "accepted" -> events.record(person.userId(), new Accepted(id, person.userId(), followed));
            case "pending" ->
                (boolean) found[4]
                        ? tellOfFollows.asked(id)
                        : events.record(person.userId(), new Requested(id, person.userId(), followed));
            case null, default -> Uni.createFrom().voidItem();
        };
    }

    /** Made now, there before, or made by somebody else at this moment. */
    private static FollowState state(Object[] found) {
        if (found[1] != null || found[2] != null) {
            return new FollowState((String) (found[1] != null ? found[1] : found[2]));
        }
        return new FollowState((boolean) found[3] ? "pending" : "accepted");
    }
}
