package club.panamia.ops.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.settings.Settings;
import club.panamia.testing.http.HttpStub;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CaptchaTest {

    private static final String PERSON =
            "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"contact\",\"score\":0.5}";

    @Inject
    GuardedHttp http;

    @Inject
    ObjectMapper json;

    @Inject
    Settings house;

    private record Chosen(CaptchaProvider provider, Optional<String> secret, Optional<URI> verifyUrl)
            implements CaptchaSettings {}

    @Test
    void letsAPersonThroughAndSaysWhoAsks() {
        try (var stub = new HttpStub().on("/verify", 200, "application/json", PERSON)) {
            assertThat(passed(stub.url("/verify"), "a token")).isTrue();

            assertThat(new String(stub.asked().getFirst().body(), StandardCharsets.US_ASCII))
                    .isEqualTo("secret=hidden&response=a+token&remoteip=192.0.2.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false}",
                "{\"success\":true,\"hostname\":\"evil.example\",\"action\":\"contact\",\"score\":0.9}",
                "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"magic_link\",\"score\":0.9}",
                "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"contact\",\"score\":0.4}",
                "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"contact\"}"
            })
    void stopsWhateverIsNotCertainlyAPersonOnOurPage(String verdict) {
        try (var stub = new HttpStub().on("/verify", 200, "application/json", verdict)) {
            assertThatThrownBy(() -> passed(stub.url("/verify"), "t"))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(CaptchaProblem.NOT_PASSED));
        }
    }

    @Test
    void isUncertainWhileTheProviderCannotBeAsked() {
        try (var broken = new HttpStub().on("/verify", 500, "text/plain", "no");
                var nonsense = new HttpStub().on("/verify", 200, "application/json", "<html>")) {
            assertThat(passed(broken.url("/verify"), "t")).isFalse();
            assertThat(passed(nonsense.url("/verify"), "t")).isFalse();
        }
        assertThat(passed("http://localhost:1/verify", "t")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void wantsAToken(String token) {
        assertThatThrownBy(() -> passed("http://localhost:1/verify", token)).isInstanceOf(Problem.class);
    }

    @Test
    void asksNobodyWhereNoneIsChosen() {
        var none = captcha(new Chosen(CaptchaProvider.NONE, Optional.empty(), Optional.empty()));

        assertThat(none.isPassed(null, "contact", "192.0.2.1").await().atMost(Duration.ofSeconds(5)))
                .isTrue();
    }

    @Test
    void doesNotStartWithoutItsSecret() {
        assertThatThrownBy(() -> captcha(new Chosen(CaptchaProvider.TURNSTILE, Optional.empty(), Optional.empty())))
                .hasMessage("CAPTCHA_SECRET is missing: CAPTCHA_PROVIDER wants one.");
    }

    private boolean passed(String url, String token) {
        return captcha(new Chosen(CaptchaProvider.RECAPTCHA, Optional.of("hidden"), Optional.of(URI.create(url))))
                .isPassed(token, "contact", "192.0.2.1")
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Captcha captcha(CaptchaSettings settings) {
        return new Captcha(http, json, settings, house);
    }
}
