package club.panamia.social.effect.reaction;

import jakarta.inject.Singleton;

/** A boost is taken back. */
@Singleton
class UndoAnnounce extends UndoReaction {

    UndoAnnounce() {
        super("Announce", "internal.boost");
    }
}
