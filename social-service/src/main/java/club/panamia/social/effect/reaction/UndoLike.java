package club.panamia.social.effect.reaction;

import jakarta.inject.Singleton;
import java.util.Set;

/** A like is taken back, or a reaction by emoji that counted as one. */
@Singleton
class UndoLike extends UndoReaction {

    UndoLike() {
        super(Set.of("Like", "EmojiReact"), "social_likes");
    }
}
