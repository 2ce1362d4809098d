package club.panamia.engagement.follow;

import club.panamia.engagement.follow.FollowPerson.Begun;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever follows somebody on the timeline follows them here, too, unless one of them blocks the other by now; what they are told of
 * it, the new follow says once.
 */
@ApplicationScoped
class FollowAsInSocial implements EventHandler {

    private static final String FOLLOW = """
            INSERT INTO user_follows (follower_id, following_id)
            SELECT f.id, p.id FROM users f, users p
             WHERE f.id = :follower AND p.id = :person AND f.scrubbed_at IS NULL AND p.scrubbed_at IS NULL AND p.locked_at IS NULL
               AND NOT EXISTS (
                 SELECT FROM profiles mine JOIN social_actors me ON me.profile_id = mine.id AND mine.user_id = f.id
                   JOIN profiles theirs ON theirs.user_id = p.id JOIN social_actors they ON they.profile_id = theirs.id
                  WHERE internal.is_apart(me.id, they.id))
            ON CONFLICT (follower_id, following_id) DO NOTHING
            """;

    private final EventLog events;

    FollowAsInSocial(EventLog events) {
        this.events = events;
    }

    @Override
    public String type() {
        return "social.follow.accepted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var follow = event.as(SocialFollow.class);
        return follow.isBetweenTwoOfUs()
                ? follow(String.valueOf(follow.followerUserId()), String.valueOf(follow.followedUserId()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> follow(String follower, String person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOW)
                        .setParameter("follower", follower)
                        .setParameter("person", person)
                        .executeUpdate())
                .chain(begun -> begun == 0
                        ? Uni.createFrom().voidItem()
                        : events.record(follower, new Begun(follower, person)));
    }
}
