package club.panamia.social.effect.reaction;

import jakarta.inject.Singleton;
import java.util.Set;

/** A boost is taken back. */
@Singleton
class UndoAnnounce extends UndoReaction {

    UndoAnnounce() {
        super(Set.of("Announce"), "internal.boost");
    }
}
