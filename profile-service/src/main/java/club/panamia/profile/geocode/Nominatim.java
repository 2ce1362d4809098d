package club.panamia.profile.geocode;

import static club.panamia.profile.geocode.GeocodeProblem.GEOCODER_SILENT;
import static club.panamia.profile.geocode.GeocodeProblem.NO_GEOCODER;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a server that speaks like Nominatim: {@code GET /search?format=jsonv2&limit=1&q=…}. */
@Singleton
class Nominatim implements Geocoder {

    private static final Logger LOG = Logger.getLogger(Nominatim.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 1 << 16;

    private final GeocodeSettings settings;
    private final GuardedHttp http;
    private final RateLimits limits;

    Nominatim(GeocodeSettings settings, GuardedHttp http, RateLimits limits) {
        this.settings = settings;
        this.http = http;
        this.limits = limits;
    }

    @Override
    public Uni<Optional<Place>> find(String address) {
        var server = settings.url()
                .orElseThrow(() -> NO_GEOCODER.because("Give latitude and longitude by hand, if you know them."));
        return limits.take("geocoder", "everybody", settings.perMinute(), Duration.ofMinutes(1))
                .chain(() -> http.send(question(server, address)))
                .map(Nominatim::best)
                .onFailure(Refused.class)
                .transform(Nominatim::silent);
    }

    private static GuardedCall question(URI server, String address) {
        var query = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return GuardedCall.get(URI.create(server + "/search?format=jsonv2&limit=1&q=" + query))
                .accepting("application/json")
                .atMost(LONGEST_ANSWER)
                .within(PATIENCE);
    }

    private static Optional<Place> best(GuardedAnswer answer) {
        if (!answer.succeeded()) {
            throw silent(new IllegalStateException("status " + answer.status()));
        }
        try {
            var hits = new JsonArray(answer.text());
            return hits.isEmpty() ? Optional.empty() : Optional.of(place(hits.getJsonObject(0)));
        } catch (DecodeException | ClassCastException nonsense) {
            throw silent(nonsense);
        }
    }

    private static Place place(JsonObject hit) {
        return Place.of(hit.getString("lat", ""), hit.getString("lon", ""))
                .orElseThrow(() -> silent(new IllegalStateException("not on the map")));
    }

    private static RuntimeException silent(Throwable why) {
        LOG.warnf("The geocoder cannot be used reason=%s", why.getMessage());
        return GEOCODER_SILENT
                .because("Try again later, or give latitude and longitude by hand.")
                .retryAfter(SOON);
    }
}
