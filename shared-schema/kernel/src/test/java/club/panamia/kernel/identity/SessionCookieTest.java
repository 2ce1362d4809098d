package club.panamia.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.settings.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void hasTheGuardedNameOverHttps() {
        var cookie = cookie(Map.of("pana.house.public-url", "https://panamia.club"));

        assertThat(cookie.name()).isEqualTo("__Secure-authjs.session-token");
        assertThat(cookie.write("a-token-of-a-session", MONTH))
                .startsWith("__Secure-authjs.session-token=a-token-of-a-session; Max-Age=2592000; ")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void hasThePlainNameOverHttp() {
        var cookie = cookie(Map.of("pana.house.public-url", "http://localhost:8080"));

        assertThat(cookie.name()).isEqualTo("authjs.session-token");
        assertThat(cookie.write("a-token-of-a-session", MONTH)).doesNotContain("Secure");
    }

    @Test
    void reachesTheSubdomainsThatAreConfigured() {
        var cookie = cookie(
                Map.of("pana.house.public-url", "https://panamia.club", "pana.house.cookie-domain", "panamia.club"));

        assertThat(cookie.write("a-token-of-a-session", MONTH)).contains("Domain=panamia.club");
    }

    @Test
    void isTakenAwayByALifeOfNothing() {
        var cookie = cookie(Map.of("pana.house.public-url", "https://panamia.club"));

        assertThat(cookie.write("", Duration.ZERO)).startsWith("__Secure-authjs.session-token=; Max-Age=0; ");
    }

    private static SessionCookie cookie(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(Settings.class)
                .withDefaultValues(settings)
                .withDefaultValue("pana.house.jwks-url", "http://localhost/jwks.json")
                .build();
        return new SessionCookie(config.getConfigMapping(Settings.class));
    }
}
