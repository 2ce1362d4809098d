package club.panamia.kernel.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.guarded.Refused.Reason;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://mastodon.social/users/ana", "https://mastodon.social", "HTTPS://mastodon.social:443/"})
    void letsWebAddressesThrough(String url) {
        assertThat(Guarded.strict().check(URI.create(url)).host()).isEqualTo("mastodon.social");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mastodon.social/",
                "ftp://mastodon.social/",
                "file:///etc/passwd",
                "mastodon.social/users/ana",
                "//mastodon.social/",
                "https:mastodon.social",
                "https:///users/ana",
                "https://ana@mastodon.social/",
                "https://ana:secret@mastodon.social/",
                "https://@mastodon.social/",
                "https://mastodon.social:22/",
                "https://mastodon.social:25/",
                "https://mastodon.social:80/",
                "https://mastodon.social:1023/",
                "https://mastodon.social:1024/",
                "https://mastodon.social:8443/",
                "https://mastodon.social:0/",
                "https://mastodon.social:65536/"
            })
    void refusesWhatIsNotOne(String url) {
        assertThat(reason(Guarded.strict(), url)).isEqualTo(Reason.BAD_URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://panamia.club/", "https://PanaMia.club./", "https://panamia.club:443/api"})
    void refusesOurselves(String url) {
        assertThat(reason(Guarded.strict(), url)).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @Test
    void letsOtherPortsThroughWhereThatIsConfigured() {
        var guard = Guarded.guard(
                Map.of("pana.house.public-url", "https://panamia.club", "pana.guarded-http.more-ports", "8443,9443"));

        assertThat(guard.check(URI.create("https://mastodon.social:8443/")).port())
                .isEqualTo(8443);
        assertThat(reason(guard, "https://mastodon.social:1024/")).isEqualTo(Reason.BAD_URL);
        assertThat(reason(guard, "https://panamia.club:8443/api")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @Test
    void letsPlainHttpThroughWhereThatIsConfigured() {
        assertThat(Guarded.onOneMachine()
                        .check(URI.create("http://localhost:8081/x"))
                        .port())
                .isEqualTo(8081);
        assertThat(reason(Guarded.onOneMachine(), "http://mastodon.social:443/"))
                .isEqualTo(Reason.BAD_URL);
    }

    @Test
    void refusesOurselvesButNotOurNeighboursOnOneMachine() {
        assertThat(reason(Guarded.onOneMachine(), "http://localhost:8080/")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pana.guarded-http.allow-http", "pana.guarded-http.allow-loopback"})
    void refusesToBeOpenInProduction(String setting) {
        var settings = Map.of("pana.house.public-url", "https://panamia.club", setting, "true");

        assertThatThrownBy(() -> Guarded.guard(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "fd00::1", "::ffff:10.0.0.1"})
    void refusesAddressesThatAreNotPublic(String address) {
        assertThat(reasonOf(Guarded.strict(), address, "1.1.1.1")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(reasonOf(Guarded.strict(), "1.1.1.1", address)).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @Test
    void letsOnlyThisMachineThroughWhereThatIsConfigured() {
        var guard = Guarded.onOneMachine();
        var target = guard.check(URI.create("http://localhost:8081/"));

        assertThat(guard.check(target, List.of(Guarded.literal("::1"), Guarded.literal("127.0.0.1"))))
                .isEqualTo(Guarded.literal("127.0.0.1"));
        assertThat(reasonOf(guard, "10.0.0.1")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }

    @Test
    void refusesANameWithoutAddress() {
        assertThat(reasonOf(Guarded.strict())).isEqualTo(Reason.UNKNOWN_HOST);
    }

    private static Reason reason(Guard guard, String url) {
        return catchThrowableOfType(Refused.class, () -> guard.check(URI.create(url)))
                .reason();
    }

    private static Reason reasonOf(Guard guard, String... addresses) {
        var target = Target.of(URI.create("https://mastodon.social/"));
        var found = Stream.of(addresses).map(Guarded::literal).toList();
        return catchThrowableOfType(Refused.class, () -> guard.check(target, found))
                .reason();
    }
}
