package club.panamia.testing.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives every {@code @QuarkusTest} a port that is known before it starts, for what has to name its own address; a free one, so
 * that two checkouts and a running suite keep out of each other's way. Found by the service loader.
 */
public final class PortForTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.http.test-port", String.valueOf(FreePort.find()));
    }

    @Override
    public void stop() {
        // Nothing is held.
    }
}
