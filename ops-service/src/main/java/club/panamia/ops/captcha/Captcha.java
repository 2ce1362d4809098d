package club.panamia.ops.captcha;

import static club.panamia.ops.captcha.CaptchaProblem.NOT_PASSED;

import club.panamia.kernel.guarded.GuardedAnswer;
import club.panamia.kernel.guarded.GuardedCall;
import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.settings.Settings;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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

/** Asks the provider about a visitor. Its answer must be for one of our hosts and for the form's own action. */
@ApplicationScoped
@Startup
public class Captcha {

    private static final Logger LOG = Logger.getLogger(Captcha.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_ANSWER = 16 * 1024;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Verdict(
            boolean success,
            @Nullable String hostname,
            @Nullable String action,
            @Nullable Double score) {}

    private final GuardedHttp http;
    private final ObjectMapper json;
    private final CaptchaSettings settings;
    private final Set<String> hosts;

    /** @throws IllegalStateException one line that names the setting, when the chosen provider lacks one */
    Captcha(GuardedHttp http, ObjectMapper json, CaptchaSettings settings, Settings house) {
        this.http = http;
        this.json = json;
        this.settings = settings;
        this.hosts = Stream.concat(
                        Stream.of(house.publicUrl()),
                        house.allowedOrigins().orElse(List.of()).stream().map(URI::create))
                .map(URI::getHost)
                .collect(Collectors.toSet());
        if (settings.provider() != CaptchaProvider.NONE) {
            secret();
        }
    }

    /**
     * True where a person solved it or none is asked for, false where the provider cannot be asked; fails where it says no.
     * Call it outside any transaction.
     */
    public Uni<Boolean> isPassed(@Nullable String token, String action, String client) {
        if (settings.provider() == CaptchaProvider.NONE) {
            return Uni.createFrom().item(true);
        }
        if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw NOT_PASSED
                    .because("Solve the CAPTCHA and send its token along.")
                    .at("/captchaToken", "is missing");
        }
        return http.send(question(token, client))
                .map(this::verdict)
                .invoke(verdict -> requirePerson(verdict, action))
                .replaceWith(true)
                .onFailure(failure -> !(failure instanceof Problem))
                .recoverWithItem(Captcha::cannotAsk);
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
            throw new IllegalStateException("status " + answer.status());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("its answer is no JSON", e);
        }
    }

    private void requirePerson(Verdict verdict, String action) {
        var least = settings.provider().leastScore();
        var score = verdict.score();
        var passed = verdict.success()
                && verdict.hostname() != null
                && hosts.contains(verdict.hostname())
                && action.equals(verdict.action())
                && (least == 0 || (score != null && score >= least));
        if (!passed) {
            throw NOT_PASSED.because("Solve the CAPTCHA again.").at("/captchaToken", "was not accepted");
        }
    }

    private static boolean cannotAsk(Throwable reason) {
        LOG.warnf("The CAPTCHA provider cannot be asked: %s", reason.getMessage());
        return false;
    }

    private String secret() {
        return settings.secret()
                .orElseThrow(() -> new IllegalStateException("CAPTCHA_SECRET is missing: CAPTCHA_PROVIDER wants one."));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
