package club.panamia.kernel.guarded;

import club.panamia.kernel.settings.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes guarded clients as they are configured in production, and as tests need them. */
final class Guarded {

    private Guarded() {}

    /** As in production: https and public addresses only. */
    static Guard strict() {
        return guard(Map.of("pana.house.public-url", "https://panamia.club"));
    }

    /** As in a suite on one machine: also http and loopback. */
    static Guard onOneMachine() {
        return guard(Map.of(
                "pana.house.public-url", "http://localhost:8080",
                "pana.guarded-http.allow-http", "true",
                "pana.guarded-http.allow-loopback", "true"));
    }

    static Guard guard(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(Settings.class)
                .withMapping(GuardedHttpSettings.class)
                .withDefaultValue("pana.house.jwks-url", "http://localhost:8081/.well-known/jwks.json")
                .withDefaultValues(settings)
                .build();
        return new Guard(config.getConfigMapping(GuardedHttpSettings.class), config.getConfigMapping(Settings.class));
    }

    static GuardedHttp http(Vertx vertx, Guard guard) {
        return new GuardedHttp(vertx, new SystemNames(vertx), guard, new HttpClientOptions());
    }

    static GuardedAnswer answer(GuardedHttp http, GuardedCall call) {
        return http.send(call).await().atMost(Duration.ofSeconds(30));
    }

    /** A name server that answers one after the other, and the last one for ever. */
    static NameLookup answering(String... addresses) {
        var answers = new ArrayDeque<>(Arrays.asList(addresses));
        return host ->
                Uni.createFrom().item(() -> List.of(literal(answers.size() > 1 ? answers.poll() : answers.peek())));
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
