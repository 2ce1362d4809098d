package club.panamia.social.effect.reaction;

import club.panamia.kernel.event.EventLog;
import jakarta.inject.Singleton;
import java.util.Set;

/** A like; a reaction by emoji counts as one. */
@Singleton
class LikeStatus extends React {

    LikeStatus(EventLog events) {
        super(Set.of("Like", "EmojiReact"), "liked", "social_likes", "true", events);
    }
}
