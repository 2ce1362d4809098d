package club.panamia.kernel.stream;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When many come at once to listen, it lets in so many and tells the others when to come again, ahead of all that costs more than
 * that: by an empty stream, as a browser gives up for good on any error (HTML, section 9.2). The paths of a service's streams are
 * named by {@code pana.streams}; all of them have one door.
 */
@Singleton
class KeepTheDoor {

    /**
     * Behind what is said of all answers (900) and of those that pages of other origins may read (800), before the question who is
     * asking (200).
     */
    private static final int EARLY = 700;

    private final List<String> paths;
    private final Doorway doorway;
    private final Clock clock;

    KeepTheDoor(@ConfigProperty(name = "pana.streams") Optional<List<String>> paths, Doorway doorway, Clock clock) {
        this.paths = paths.orElse(List.of());
        this.doorway = doorway;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        if (!paths.isEmpty()) {
            filters.register(this::keep, EARLY);
        }
    }

    private void keep(RoutingContext context) {
        var wait = isForListeners(context) ? doorway.enter(clock.instant()) : Duration.ZERO;
        if (wait.isZero()) {
            context.next();
        } else {
            sendAway(context, wait);
        }
    }

    private boolean isForListeners(RoutingContext context) {
        return context.request().method() == HttpMethod.GET && paths.contains(context.normalizedPath());
    }

    private static void sendAway(RoutingContext context, Duration wait) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(": many come at once\nretry: %d\n\n".formatted(wait.toMillis()))
                .onFailure(context::fail);
    }
}
