package club.panamia.social.effect.reaction;

import jakarta.inject.Singleton;

/** A like is taken back. */
@Singleton
class UndoLike extends UndoReaction {

    UndoLike() {
        super("Like", "social_likes");
    }
}
