package club.panamia.social.effect;

import club.panamia.kernel.event.EventLog;
import jakarta.inject.Singleton;
import java.util.Set;

/** A boost; what is for few is not handed on. */
@Singleton
class AnnounceStatus extends React {

    AnnounceStatus(EventLog events) {
        super(Set.of("Announce"), "boosted", "internal.boost", "s.visibility IN ('public', 'quiet')", events);
    }
}
