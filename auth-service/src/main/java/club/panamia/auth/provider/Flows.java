package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.REFUSED;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.settings.Settings;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps flows where they survive a restart: encrypted, in a cookie that is named after the flow's state. */
@Singleton
class Flows {

    private static final String NAME = "pana.flow-";
    private static final Pattern STATE = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONGEST = 6000;

    private final EncryptionKeys keys;
    private final Settings settings;
    private final Clock clock;

    Flows(EncryptionKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** The cookie for a flow that was sent to {@code authorization}, whose query holds the state. */
    String keep(Flow flow, Provider provider, URI authorization) {
        var state = stateOf(authorization);
        return cookie(provider, state, seal(flow, provider.id() + ":" + state), Tenants.LIFE_OF_FLOW);
    }

    /** The flow that this browser began with the state that has come back. */
    Flow find(RoutingContext context, Provider provider) {
        var state = Optional.ofNullable(context.request().getParam("state"))
                .filter(text -> STATE.matcher(text).matches())
                .orElseThrow(Flows::unknown);
        var cookie =
                Optional.ofNullable(context.request().getCookie(NAME + state)).orElseThrow(Flows::unknown);
        return open(cookie.getValue(), provider.id() + ":" + state);
    }

    /** The cookie that forgets the flow of this request. */
    String forget(RoutingContext context, Provider provider) {
        return cookie(provider, String.valueOf(context.request().getParam("state")), "", Duration.ZERO);
    }

    /** Says in a link of ours that a person wants to link an account; it is worth something only in their session. */
    String ticket(Flow flow, Provider provider) {
        return seal(flow, "link:" + provider.id());
    }

    Flow redeem(String ticket, Provider provider) {
        return open(ticket, "link:" + provider.id());
    }

    private String seal(Flow flow, String context) {
        var sealed = keys.encrypt(flow.encode().getBytes(StandardCharsets.UTF_8), context);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private Flow open(@Nullable String sealed, String context) {
        if (sealed == null || sealed.length() > LONGEST) {
            throw unknown();
        }
        try {
            var plain = keys.decrypt(Base64.getUrlDecoder().decode(sealed), context);
            return Optional.of(Flow.decode(new String(plain, StandardCharsets.UTF_8)))
                    .filter(flow -> !flow.isOver(clock.instant()))
                    .orElseThrow(Flows::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private String cookie(Provider provider, String state, String value, Duration life) {
        return Cookie.cookie(NAME + state, value)
                .setPath(provider.startPath())
                .setHttpOnly(true)
                .setSecure(settings.secure())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(life.toSeconds())
                .encode();
    }

    private static String stateOf(URI authorization) {
        for (var parameter : authorization.getRawQuery().split("&")) {
            if (parameter.startsWith("state=")) {
                return parameter.substring("state=".length());
            }
        }
        throw new IllegalStateException("a flow without a state");
    }

    private static Problem unknown() {
        return REFUSED.because("This sign-in was not begun in this browser, or not within the last ten minutes.");
    }
}
