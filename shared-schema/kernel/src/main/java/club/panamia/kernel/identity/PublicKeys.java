package club.panamia.kernel.identity;

import club.panamia.kernel.settings.Settings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * auth-service's public keys (RFC 7517), held ready: loaded at start (again every second until it answers), refreshed every minute
 * and when a token names a key that is not known yet; never while somebody waits. Keys are published before they sign, so that no
 * token comes too early.
 */
@Singleton
class PublicKeys {

    private static final Logger LOG = Logger.getLogger(PublicKeys.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(900).toNanos();
    private static final long REFRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int PATIENCE_MILLIS = 3000;

    private final HttpClient client;
    private final String url;
    private final AtomicLong lastAsked = new AtomicLong(System.nanoTime() - PAUSE_NANOS);
    private volatile Map<String, Key> keys = Map.of();

    PublicKeys(Vertx vertx, Settings settings) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
        url = settings.jwksUrl().toString();
    }

    void loadAhead(@Observes StartupEvent start) {
        refreshSoon();
    }

    @Scheduled(every = "1s", identity = "public-keys")
    void refreshWhenDue() {
        if (keys.isEmpty() || System.nanoTime() - lastAsked.get() >= REFRESH_NANOS) {
            refreshSoon();
        }
    }

    /** The key that a token names. An unknown one asks for a refresh, which serves the next token, not this one. */
    Key find(@Nullable String keyId) throws UnresolvableKeyException {
        var key = keyId == null ? null : keys.get(keyId);
        if (key == null) {
            refreshSoon();
            throw new UnresolvableKeyException("the token names a key that is not known");
        }
        return key;
    }

    /** Whether a key is still published. */
    boolean hold(Key key) {
        return keys.containsValue(key);
    }

    private void refreshSoon() {
        var last = lastAsked.get();
        var now = System.nanoTime();
        if (now - last >= PAUSE_NANOS && lastAsked.compareAndSet(last, now)) {
            load();
        }
    }

    private void load() {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .setTimeout(PATIENCE_MILLIS))
                .compose(request -> request.send())
                .compose(response -> response.body())
                .onSuccess(body -> accept(body.toString()))
                .onFailure(failure -> LOG.debugf("The public keys were not read: %s", failure.getMessage()));
    }

    private void accept(String text) {
        try {
            var read = new HashMap<String, Key>();
            new JsonWebKeySet(text).getJsonWebKeys().forEach(key -> read.put(key.getKeyId(), key.getKey()));
            keys = Map.copyOf(read);
        } catch (JoseException | RuntimeException e) {
            LOG.warnf("The public keys cannot be read: %s", e.getClass().getSimpleName());
        }
    }
}
