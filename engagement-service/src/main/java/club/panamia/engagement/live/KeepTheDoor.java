package club.panamia.engagement.live;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;

/**
 * When many come at once, it lets in so many and tells the others when to come again, ahead of all that costs more than that: by an
 * empty stream, as a browser gives up for good on any error.
 */
@Singleton
class KeepTheDoor {

    private static final String PATH = "/api/notifications/stream";

    /** Between what holds for all answers (900) and the question who is asking (200). */
    private static final int EARLY = 800;

    private final Doorway doorway;
    private final Clock clock;

    KeepTheDoor(Doorway doorway, Clock clock) {
        this.doorway = doorway;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::keep, EARLY);
    }

    private void keep(RoutingContext context) {
        var wait = isForListeners(context) ? doorway.enter(clock.instant()) : Duration.ZERO;
        if (wait.isZero()) {
            context.next();
        } else {
            sendAway(context, wait);
        }
    }

    private static boolean isForListeners(RoutingContext context) {
        return context.request().method() == HttpMethod.GET
                && context.normalizedPath().equals(PATH);
    }

    private static void sendAway(RoutingContext context, Duration wait) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(": many come at once\nretry: %d\n\n".formatted(wait.toMillis()))
                .onFailure(context::fail);
    }
}
