package club.panamia.testing.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives every {@code @QuarkusTest} its database, as the service's own login role. Found by the service loader: a dependency on
 * the test kit is all that a module needs.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var url = TestDatabase.get().as(role());
        return Map.of(
                "quarkus.datasource.reactive.url", url.reactive(),
                "quarkus.datasource.username", url.user(),
                "quarkus.datasource.password", url.password(),
                "pana.test.eraser-url", TestDatabase.get().as("pana_eraser").text());
    }

    @Override
    public void stop() {
        // The database ends with the JVM: another profile's start finds it again.
    }

    /** {@code auth-service} logs in as {@code pana_auth}; the kernel, which is nobody's, as {@code pana_ops}. */
    private static String role() {
        var module = Path.of("").toAbsolutePath().getFileName().toString();
        return module.endsWith("-service") ? "pana_" + module.replace("-service", "") : "pana_ops";
    }
}
