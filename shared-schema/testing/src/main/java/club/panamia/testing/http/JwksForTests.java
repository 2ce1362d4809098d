package club.panamia.testing.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays auth-service's public keys for every other service under test, with the one key of {@link SignedTokens#ofTests()}. Found by
 * the service loader.
 */
public final class JwksForTests implements QuarkusTestResourceLifecycleManager {

    private static final String PATH = "/.well-known/jwks.json";

    private @Nullable HttpStub keys;

    @Override
    public Map<String, String> start() {
        if (Path.of("").toAbsolutePath().endsWith("auth-service")) {
            return Map.of();
        }
        keys = new HttpStub()
                .on(PATH, 200, "application/json", SignedTokens.ofTests().jwks());
        return Map.of("pana.house.jwks-url", keys.url(PATH));
    }

    @Override
    public void stop() {
        if (keys != null) {
            keys.close();
        }
    }
}
