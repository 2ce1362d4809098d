package club.panamia.kernel.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for events again and again, where a service has handlers. A Vert.x timer, because the scheduler's clock ticks only once
 * a second; set anew after each look, so that a service never looks twice at once. {@code pana.events.pump=off} leaves the
 * looking to whoever calls {@link EventPump#drain}.
 */
@ApplicationScoped
class PumpTimer {

    private static final Logger LOG = Logger.getLogger(PumpTimer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final EventPump pump;
    private final boolean wanted;
    private volatile boolean running;

    PumpTimer(
            Vertx vertx,
            EventPump pump,
            EventHandlers handlers,
            @ConfigProperty(name = "pana.events.pump", defaultValue = "on") String setting) {
        this.vertx = vertx;
        this.pump = pump;
        this.wanted = !"off".equals(setting) && !handlers.isEmpty();
    }

    void start(@Observes StartupEvent started) {
        if (wanted) {
            running = true;
            lookIn(BETWEEN_LOOKS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
    }

    private void lookIn(Duration delay) {
        vertx.setTimer(delay.toMillis(), ignored -> look());
    }

    private void look() {
        if (running) {
            pump.drain().subscribe().with(ignored -> lookIn(BETWEEN_LOOKS), this::failed);
        }
    }

    private void failed(Throwable failure) {
        if (running) {
            LOG.warnf("Events wait: %s", failure);
            lookIn(AFTER_A_FAILURE);
        }
    }
}
