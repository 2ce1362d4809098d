package club.panamia.social.effect;

import jakarta.inject.Singleton;

/** A boost is taken back. */
@Singleton
class UndoAnnounce extends UndoReaction {

    UndoAnnounce() {
        super("Announce", "internal.boost");
    }
}
