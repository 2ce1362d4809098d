package club.panamia.engagement.live;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The streams of one process: first what was missed, then what is new, and between them a sign of life. */
@Singleton
class Streams {

    private final Listeners listeners;
    private final Clock clock;

    Streams(Listeners listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * All that {@code userId} is told.
     *
     * @param last what they were told last, if they come again
     */
    Multi<OutboundSseEvent> of(String userId, @Nullable String last, Locale language) {
        var ear = new Ear(userId, last, language, clock.instant());
        listeners.enter(ear);
        return ear.words().onTermination().invoke(() -> listeners.leave(ear));
    }
}
