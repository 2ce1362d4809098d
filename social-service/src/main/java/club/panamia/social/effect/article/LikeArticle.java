package club.panamia.social.effect.article;

import club.panamia.kernel.event.EventLog;
import club.panamia.social.home.Home;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Set;

/** A like; a reaction by emoji counts as one. */
@Singleton
@Priority(1)
class LikeArticle extends ReactToArticle {

    LikeArticle(EventLog events, Home home) {
        super(Set.of("Like", "EmojiReact"), "like", "liked", events, home);
    }
}
