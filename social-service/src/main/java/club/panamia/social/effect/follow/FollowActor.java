package club.panamia.social.effect.follow;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.social.effect.Statement;
import club.panamia.social.follow.FollowStep;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.outgoing.TellOfFollows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Somebody elsewhere wishes to follow somebody here. Asked again, it is answered again; a new wish after a refusal is a new one.
 * Who cannot be followed, or blocks them or their whole server, refuses.
 */
@ApplicationScoped
class FollowActor implements InboxHandler {

    private static final String FOLLOW = """
            WITH target AS (
              SELECT a.id, p.user_id, a.manually_approves_followers AS decides, them.id AS follower,
                     p.active AND p.social_eligible AND u.locked_at IS NULL AND a.moved_to IS NULL
                       AND NOT internal.keeps_away(a.id, them.domain) AND NOT internal.is_apart(them.id, a.id) AS open
                FROM social_actors a JOIN profiles p ON p.id = a.profile_id JOIN users u ON u.id = p.user_id
                JOIN social_actors them ON them.uri = :actor AND them.fetched_at IS NOT NULL
               WHERE a.uri = :object
            ), was AS (
              SELECT f.uri, f.status FROM social_follows f JOIN target ON f.actor_id = target.follower AND f.target_actor_id = target.id
            ), wish AS (
              INSERT INTO social_follows AS f (id, actor_id, target_actor_id, uri, status, accepted_at)
              SELECT :id, follower, id, CAST(:uri AS text),
                     CAST(CASE WHEN NOT open THEN 'rejected' WHEN decides THEN 'pending' ELSE 'accepted' END AS social_follow_status),
                     CASE WHEN open AND NOT decides THEN now() END
                FROM target
              ON CONFLICT (actor_id, target_actor_id) DO UPDATE
                 SET uri = excluded.uri,
                     status = CASE WHEN f.status = 'rejected' AND f.uri IS DISTINCT FROM excluded.uri THEN excluded.status
                                   ELSE f.status END,
                     accepted_at = CASE WHEN f.status = 'rejected' AND f.uri IS DISTINCT FROM excluded.uri THEN excluded.accepted_at
                                        ELSE f.accepted_at END
              RETURNING id, status
            )
            SELECT wish.id, CAST(wish.status AS text), wish.status IS DISTINCT FROM (SELECT status FROM was), target.user_id
              FROM wish, target
            """;

    private final TellOfFollows tell;
    private final EventLog events;

    FollowActor(TellOfFollows tell, EventLog events) {
        this.tell = tell;
        this.events = events;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Follow") && activity.objectId().isPresent();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.first(
                        FOLLOW,
                        Map.of(
                                "actor", activity.actor(),
                                "object", activity.objectId().orElseThrow(),
                                "id", Ids.next(),
                                "uri", activity.id()))
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : answer(found.get()));
    }

    private Uni<Void> answer(Object[] wish) {
        var id = (String) wish[0];
        var person = (String) wish[3];
        var isNew = (boolean) wish[2];
        return switch ((String) wish[1]) {
            case "accepted" -> tell.accepted(id).chain(() -> record(isNew, new FollowStep.Accepted(id, null, person)));
            case "pending" -> record(isNew, new FollowStep.Requested(id, null, person));
            default -> tell.rejected(id);
        };
    }

    private Uni<Void> record(boolean isNew, FollowStep step) {
        return isNew ? events.record(null, step) : Uni.createFrom().voidItem();
    }
}
