package club.panamia.engagement.follow;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Of two of whom one blocks the other on the timeline, neither follows the other here any more; nobody is told. */
@ApplicationScoped
class UnfollowEachOtherWhenBlocked implements EventHandler {

    record Blocked(String blockerUserId, String blockedUserId) {}

    private static final String PART = """
            DELETE FROM user_follows
             WHERE (follower_id = :blocker AND following_id = :blocked) OR (follower_id = :blocked AND following_id = :blocker)
            """;

    @Override
    public String type() {
        return "social.actor.blocked";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var block = event.as(Blocked.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PART)
                        .setParameter("blocker", block.blockerUserId())
                        .setParameter("blocked", block.blockedUserId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
