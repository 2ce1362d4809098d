package club.panamia.auth.captcha;

import static club.panamia.testing.http.Callers.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.kernel.guarded.GuardedHttp;
import club.panamia.kernel.settings.Settings;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.HttpStub;
import club.panamia.testing.seed.EmptyTables;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class CaptchaTest {

    @Inject
    ChosenCaptcha chosen;

    @Inject
    GuardedHttp http;

    @Inject
    ObjectMapper json;

    @Inject
    Settings house;

    private final Sql sql = TestDatabase.get().sql();
    private HttpStub provider;

    @BeforeEach
    void startProvider() {
        provider = new HttpStub();
    }

    @AfterEach
    void stopProvider() {
        provider.close();
        chosen.none();
    }

    @ParameterizedTest
    @EnumSource(names = {"TURNSTILE", "RECAPTCHA"})
    void letsAPersonThroughAndTellsTheProviderNothingElse(CaptchaProvider which) {
        answering(
                which,
                "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"magic_link\",\"score\":0.5,\"new\":1}");

        ask("the token").then().statusCode(202);

        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(new String(asked.body(), StandardCharsets.UTF_8))
                    .isEqualTo("secret=the+secret+%26+more&response=the+token&remoteip=127.0.0.1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TURNSTILE; {\"success\":false,\"error-codes\":[\"timeout-or-duplicate\"]}",
                "TURNSTILE; {\"success\":true,\"hostname\":\"evil.example\",\"action\":\"magic_link\"}",
                "TURNSTILE; {\"success\":true,\"hostname\":\"localhost\",\"action\":\"contact\"}",
                "TURNSTILE; {\"success\":true,\"hostname\":\"localhost\"}",
                "TURNSTILE; {\"success\":true,\"action\":\"magic_link\"}",
                "TURNSTILE; {}",
                "RECAPTCHA; {\"success\":true,\"hostname\":\"localhost\",\"action\":\"magic_link\",\"score\":0.49}",
                "RECAPTCHA; {\"success\":true,\"hostname\":\"localhost\",\"action\":\"magic_link\"}",
                "RECAPTCHA; {\"success\":false,\"hostname\":\"localhost\",\"action\":\"magic_link\",\"score\":0.9}"
            })
    void letsNobodyThroughWhoMayBeAProgram(CaptchaProvider which, String verdict) {
        answering(which, verdict);

        ask("token")
                .then()
                .statusCode(422)
                .body("type", is("/problems/captcha-not-passed"))
                .body("errors[0].path", is("/captchaToken"));

        nothingWasSent();
    }

    @Test
    void asksTheProviderOnlyWhenThereIsSomethingToAsk() {
        answering(CaptchaProvider.TURNSTILE, "{\"success\":true}");

        ask(null).then().statusCode(422);
        ask(" ").then().statusCode(422);
        ask("x".repeat(5000)).then().statusCode(422);

        assertThat(provider.asked()).isEmpty();
        nothingWasSent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"500; text/plain; broken", "200; text/html; <html>", "302; text/plain; moved"})
    void letsNobodyThroughWhileTheProviderIsBroken(int status, String type, String body) {
        provider.on("/siteverify", status, type, body);
        chosen.choose(CaptchaProvider.TURNSTILE, provider.url("/siteverify"));

        ask("token")
                .then()
                .statusCode(503)
                .body("type", is("/problems/captcha-unavailable"))
                .header("Retry-After", is("5"));

        nothingWasSent();
    }

    @Test
    void letsNobodyThroughWhileTheProviderIsAway() {
        chosen.choose(CaptchaProvider.TURNSTILE, provider.url("/siteverify"));
        provider.close();

        ask("token").then().statusCode(503);
    }

    @Test
    void guardsTheFormToo() {
        answering(CaptchaProvider.TURNSTILE, "{\"success\":true,\"hostname\":\"localhost\",\"action\":\"magic_link\"}");

        submit(Map.of("email", "ana@example.org")).then().statusCode(422).body(containsString("person"));
        submit(Map.of("email", "ana@example.org", "captcha", "token")).then().statusCode(303);
        chosen.choose(CaptchaProvider.RECAPTCHA, provider.url("/siteverify"));
        submit(Map.of("email", "ana@example.org", "g-recaptcha-response", "token"))
                .then()
                .statusCode(422);
    }

    @Test
    void isShownOnThePageUnderAPolicyForItAlone() {
        chosen.choose(CaptchaProvider.TURNSTILE, provider.url("/siteverify"));
        anonymous()
                .get("/signin")
                .then()
                .body(containsString("class=\"cf-turnstile\" data-sitekey=\"site-key\" data-action=\"magic_link\""))
                .header(
                        "Content-Security-Policy",
                        containsString("; script-src https://challenges.cloudflare.com; frame-src"));
        chosen.choose(CaptchaProvider.RECAPTCHA, provider.url("/siteverify"));
        anonymous()
                .get("/signin")
                .then()
                .body(containsString("class=\"g-recaptcha\" data-sitekey=\"site-key\" data-action=\"magic_link\""));
        anonymous().get("/login/captcha.js").then().statusCode(200);
        chosen.none();
        anonymous().get("/signin").then().body(not(containsString("<script"))).body(not(containsString("sitekey")));
    }

    @Test
    void startsOnlyWithEverythingThatTheProviderNeeds() {
        assertThatThrownBy(() -> new Captcha(http, json, configured(Optional.empty(), Optional.of("s")), house))
                .hasMessageStartingWith("CAPTCHA_SITE_KEY is missing");
        assertThatThrownBy(() -> new Captcha(http, json, configured(Optional.of("k"), Optional.empty()), house))
                .hasMessageStartingWith("CAPTCHA_SECRET is missing");
        assertThat(new Captcha(http, json, configured(Optional.of("k"), Optional.of("s")), house)
                        .widget()
                        .siteKey())
                .isEqualTo("k");
    }

    private void answering(CaptchaProvider which, String verdict) {
        provider.on("/siteverify", 200, "application/json", verdict);
        chosen.choose(which, provider.url("/siteverify"));
    }

    private void nothingWasSent() {
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
        assertThat(sql.list(String.class, "SELECT key FROM internal.rate_limit"))
                .noneMatch(key -> key.startsWith("magic-link-address"));
    }

    private static Response ask(String token) {
        var wish = new HashMap<String, String>(Map.of("email", "ana@example.org"));
        if (token != null) {
            wish.put("captchaToken", token);
        }
        return anonymous().contentType(ContentType.JSON).body(wish).post("/api/auth/magic-link");
    }

    private static Response submit(Map<String, String> form) {
        return anonymous()
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParams(form)
                .post("/signin");
    }

    private static CaptchaSettings configured(Optional<String> siteKey, Optional<String> secret) {
        return new CaptchaSettings() {
            @Override
            public CaptchaProvider provider() {
                return CaptchaProvider.TURNSTILE;
            }

            @Override
            public Optional<String> siteKey() {
                return siteKey;
            }

            @Override
            public Optional<String> secret() {
                return secret;
            }

            @Override
            public Optional<URI> verifyUrl() {
                return Optional.empty();
            }
        };
    }
}
