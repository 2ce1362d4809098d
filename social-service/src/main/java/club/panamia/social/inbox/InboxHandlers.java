package club.panamia.social.inbox;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** All that can come of what is sent to us. */
@Singleton
class InboxHandlers {

    private final List<InboxHandler> handlers;

    InboxHandlers(@All List<InboxHandler> handlers) {
        this.handlers = handlers;
    }

    /** The first that takes it; none, where nothing comes of it here. */
    Optional<InboxHandler> of(Activity activity) {
        return handlers.stream().filter(handler -> handler.takes(activity)).findFirst();
    }
}
