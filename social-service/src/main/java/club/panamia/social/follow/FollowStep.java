package club.panamia.social.follow;

import club.panamia.kernel.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens between one who follows and one who is followed; both are of this server. */
public sealed interface FollowStep extends DomainEvent {

    /** Somebody would like to follow somebody who decides themselves. */
    record Requested(
            String followId,
            @Nullable String followerUserId,
            @Nullable String followedUserId) implements FollowStep {
        @Override
        public String type() {
            return "social.follow.requested";
        }
    }

    /** One follows the other from now on. */
    record Accepted(
            String followId,
            @Nullable String followerUserId,
            @Nullable String followedUserId) implements FollowStep {
        @Override
        public String type() {
            return "social.follow.accepted";
        }
    }

    /** One follows the other no longer, whoever of them has ended it. */
    record Undone(
            String followId,
            @Nullable String followerUserId,
            @Nullable String followedUserId) implements FollowStep {
        @Override
        public String type() {
            return "social.follow.undone";
        }
    }
}
