package club.panamia.social.follow;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever follows somebody in the house follows them here, too, where both take part; who decides themselves is asked first. What
 * is there already stays as it is and is not told again, so that the two services do not go on telling each other.
 */
@ApplicationScoped
class FollowAsInTheHouse implements EventHandler {

    record Begun(String followerId, String userId) {}

    private static final String FOLLOW = """
            INSERT INTO social_follows (id, actor_id, target_actor_id, uri, status, accepted_at)
            SELECT :id, a.id, t.id, :uri,
                   CAST(CASE WHEN t.manually_approves_followers THEN 'pending' ELSE 'accepted' END AS social_follow_status),
                   CASE WHEN NOT t.manually_approves_followers THEN now() END
              FROM social_actors a
              JOIN profiles ap ON ap.id = a.profile_id AND ap.active AND ap.social_eligible
              CROSS JOIN social_actors t
              JOIN profiles tp ON tp.id = t.profile_id AND tp.active AND tp.social_eligible
             WHERE ap.user_id = :follower AND tp.user_id = :person AND a.id <> t.id
               AND 'suspended' NOT IN (a.standing, t.standing)
               AND NOT internal.is_apart(a.id, t.id)
            ON CONFLICT (actor_id, target_actor_id) DO NOTHING
            RETURNING CAST(status AS text)
            """;

    private final EventLog events;
    private final Home home;

    FollowAsInTheHouse(EventLog events, Home home) {
        this.events = events;
        this.home = home;
    }

    @Override
    public String type() {
        return "engagement.follow.begun";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var begun = event.as(Begun.class);
        var id = Ids.next();
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOW, String.class)
                        .setParameter("id", id)
                        .setParameter("uri", home.at("/ap/follows/" + id))
                        .setParameter("follower", begun.followerId())
                        .setParameter("person", begun.userId())
                        .getSingleResultOrNull())
                .chain(state -> state == null ? Uni.createFrom().voidItem() : tell(id, begun, state));
    }

    private Uni<Void> tell(String id, Begun begun, String state) {
        var step = "accepted".equals(state)
                ? new FollowStep.Accepted(id, begun.followerId(), begun.userId())
                : new FollowStep.Requested(id, begun.followerId(), begun.userId());
        return events.record(begun.followerId(), step);
    }
}
