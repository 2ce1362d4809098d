package club.panamia.auth.captcha;

import static club.panamia.auth.captcha.CaptchaProblem.NOT_PASSED;
import static club.panamia.auth.captcha.CaptchaProblem.UNAVAILABLE;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.guarded.Refused;
import club.panamia.kernel.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks a visitor's CAPTCHA with the provider, as part of the very call that it guards. The answer must be for one of our
 * hosts and for this action, so that a token from another page or site is worth nothing. When the provider cannot be asked,
 * nobody passes.
 */
@ApplicationScoped
@Startup
public class Captcha {

    /** Letters and underscores only, which both providers allow. */
    public static final String ACTION = "magic_link";

    private static final Logger LOG = Logger.getLogger(Captcha.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final CaptchaSettings settings;
    private final Set<String> hosts;

    /** @throws IllegalStateException one line that names the setting, when the chosen provider lacks one */
    Captcha(GuardedHttp http, ObjectMapper json, CaptchaSettings settings, Settings house) {
        this.http = http;
        this.json = json;
        this.settings = settings;
        this.hosts = hosts(house);
        if (settings.provider() != CaptchaProvider.NONE) {
            widget();
            secret();
        }
    }

    private static Set<String> hosts(Settings house) {
        var origins = house.allowedOrigins().orElse(List.of()).stream().map(URI::create);
        return Stream.concat(Stream.of(house.publicUrl()), origins)
                .map(URI::getHost)
                .collect(Collectors.toSet());
    }

    /** What the page shows. */
    public CaptchaWidget widget() {
        var provider = settings.provider();
        if (provider == CaptchaProvider.NONE) {
            return new CaptchaWidget(provider, "", "", "");
        }
        var siteKey = settings.siteKey()
                .orElseThrow(
                        () -> new IllegalStateException("CAPTCHA_SITE_KEY is missing: CAPTCHA_PROVIDER wants one."));
        return new CaptchaWidget(provider, siteKey, provider.script(), provider.policy());
    }

    /** Fails unless a person solved it, or none is asked for. Call it outside any transaction. */
    public Uni<Void> check(@Nullable String token, String client) {
        if (settings.provider() == CaptchaProvider.NONE) {
            return Uni.createFrom().voidItem();
        }
        if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw NOT_PASSED
                    .because("Solve the CAPTCHA and send its token along.")
                    .at("/captchaToken", "is missing");
        }
        return http.send(question(token, client))
                .onFailure(Refused.class)
                .transform(Captcha::cannotAsk)
                .map(this::verdict)
                .invoke(this::requirePerson)
                .replaceWithVoid();
    }

    private GuardedCall question(String token, String client) {
        var body = "secret=%s&response=%s&remoteip=%s".formatted(encoded(secret()), encoded(token), encoded(client));
        var url = settings.verifyUrl().orElseGet(settings.provider()::verifyUrl);
        return GuardedCall.post(url, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.US_ASCII))
                .atMost(LONGEST_ANSWER)
                .within(PATIENCE);
    }

    private Verdict verdict(GuardedAnswer answer) {
        try {
            if (answer.succeeded()) {
                return json.readValue(answer.text(), Verdict.class);
            }
            throw cannotAsk(new IllegalStateException("status " + answer.status()));
        } catch (JsonProcessingException e) {
            throw cannotAsk(e);
        }
    }

    private void requirePerson(Verdict verdict) {
        var passed = verdict.success()
                && verdict.hostname() != null
                && hosts.contains(verdict.hostname())
                && ACTION.equals(verdict.action())
                && verdict.scores(settings.provider().leastScore());
        if (!passed) {
            throw NOT_PASSED.because("Solve the CAPTCHA again.").at("/captchaToken", "was not accepted");
        }
    }

    private static RuntimeException cannotAsk(Throwable reason) {
        LOG.warnf("The CAPTCHA provider cannot be asked: %s", reason.getMessage());
        return UNAVAILABLE.because("Try again in a moment.").retryAfter(PATIENCE);
    }

    private String secret() {
        return settings.secret()
                .orElseThrow(() -> new IllegalStateException("CAPTCHA_SECRET is missing: CAPTCHA_PROVIDER wants one."));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
