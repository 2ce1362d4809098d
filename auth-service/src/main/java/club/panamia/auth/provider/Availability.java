package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.UNAVAILABLE;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether providers answer. A browser is sent to one only when it has answered within the last half minute; one that did not is
 * left alone for a few seconds, so that nobody waits for it twice.
 */
@Singleton
class Availability {

    private static final long GOOD_FOR = Duration.ofSeconds(30).toNanos();
    private static final long BAD_FOR = Duration.ofSeconds(5).toNanos();
    private static final int PATIENCE_MILLIS = 2000;
    private static final int BROKEN = 500;

    private final HttpClient client;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** What was seen last, and when by the clock that never steps. */
    private record Seen(boolean well, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < (well ? GOOD_FOR : BAD_FOR);
        }
    }

    Availability(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS).setKeepAlive(false));
    }

    /** False while it is known to be down. */
    boolean seems(Provider provider) {
        var last = seen.get(provider.id());
        return last == null || last.well() || !last.isFresh();
    }

    /** Fails when the provider does not answer. */
    Uni<Void> require(Provider provider) {
        var last = seen.get(provider.id());
        return last != null && last.isFresh() ? require(provider, last.well()) : requireNow(provider);
    }

    /** The same, whatever was seen a moment ago. */
    Uni<Void> requireNow(Provider provider) {
        return ask(provider).chain(well -> require(provider, well));
    }

    private static Uni<Void> require(Provider provider, boolean well) {
        return well
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(UNAVAILABLE.because("%s does not answer at the moment.".formatted(provider.label())));
    }

    private Uni<Boolean> ask(Provider provider) {
        return Uni.createFrom()
                .completionStage(() -> client.request(new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setAbsoluteURI(address(provider))
                                .setTimeout(PATIENCE_MILLIS))
                        .compose(request -> request.send())
                        .map(response -> response.statusCode() < BROKEN)
                        .otherwise(false)
                        .toCompletionStage())
                .invoke(well -> seen.put(provider.id(), new Seen(well, System.nanoTime())));
    }

    private static String address(Provider provider) {
        var server = provider.tenant().authServerUrl().orElseThrow();
        return provider.kind().speaksOpenId() ? server + "/.well-known/openid-configuration" : server + "/";
    }
}
