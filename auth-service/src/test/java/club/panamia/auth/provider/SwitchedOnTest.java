package club.panamia.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchedOnTest {

    private static final Tokens TOKENS = new Tokens(Optional.of("a-secret-of-more-than-32-characters!"));

    @Test
    void needsNoMoreThanAClientForAKnownProvider() {
        var google = read(google(), "https://panamia.club").orElseThrow();

        assertThat(google.kind()).isEqualTo(Kind.GOOGLE);
        assertThat(google.label()).isEqualTo("Google");
        assertThat(google.trust()).isEqualTo(Trust.VERIFICATION_REQUIRED);
        assertThat(google.tenant().authServerUrl()).contains("https://accounts.google.com");
        assertThat(google.tenant().authentication().redirectPath())
                .contains("https://panamia.club/login/provider/google/callback");
        assertThat(google.tenant().authentication().cookieForceSecure()).isTrue();
    }

    @Test
    void readsTheEnvironment() {
        var environment = Map.of(
                "PANA_PROVIDERS_GOOGLE_CLIENT_ID", "id",
                "PANA_PROVIDERS_GOOGLE_CLIENT_SECRET", "secret",
                "PANA_PROVIDERS_GOOGLE_TRUST", "trusted",
                "PANA_PROVIDERS_OURS_SERVER", "https://id.example.org/",
                "PANA_PROVIDERS_OURS_CLIENT_ID", "id",
                "PANA_PROVIDERS_OURS_CLIENT_SECRET", "secret",
                "PANA_PROVIDERS_OURS_LABEL", "Our own");

        var settings = settings(new EnvConfigSource(environment, 300), "https://panamia.club");

        assertThat(settings.byId()).containsOnlyKeys("google", "ours");
        assertThat(one(settings, "google", "https://panamia.club").orElseThrow().isTrusted())
                .isTrue();
        var ours = one(settings, "ours", "https://panamia.club").orElseThrow();
        assertThat(ours.kind()).isEqualTo(Kind.OIDC);
        assertThat(ours.label()).isEqualTo("Our own");
        assertThat(ours.tenant().authServerUrl()).contains("https://id.example.org");
    }

    @Test
    void readsASecretFromAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "from-the-file\n");
        var with = google();
        with.put("client-secret-file", file.toString());

        var google = read(with, "https://panamia.club").orElseThrow();

        assertThat(google.tenant().credentials().secret()).contains("from-the-file");
    }

    @Test
    void ignoresAProviderThatIsDisabled() {
        assertThat(read(new HashMap<>(Map.of("trust", "disabled")), "https://panamia.club"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trust         | Trusted           | trust cannot be used: 'Trusted' is unknown; it is one of trusted, verification-required, disabled.
            trust         | yes               | trust cannot be used: 'yes' is unknown; it is one of trusted, verification-required, disabled.
            kind          | twitter           | kind cannot be used: 'twitter' is unknown; it is one of oidc, google, apple, discord, facebook, wikimedia, mastodon.
            kind          | apple             | team-id cannot be used: it is missing.
            client-id     | ' '               | client-id cannot be used: it is missing.
            client-secret | ' '               | client-secret cannot be used: it is missing.
            client-secret-file | /nowhere/at/all | client-secret-file cannot be used: the file cannot be read.
            server        | http://id.example | server cannot be used: it must begin with https:// and name a host.
            server        | https://          | server cannot be used: it must begin with https:// and name a host.
            """)
    void refusesWhatCannotWorkAndNamesTheProperty(String name, String value, String complaint) {
        var with = google();
        with.put(name, value);

        assertThatThrownBy(() -> read(with, "https://panamia.club"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pana.providers.google." + complaint)
                .hasMessageNotContaining("s3cret");
    }

    private static Map<String, String> google() {
        return new HashMap<>(Map.of("client-id", "id", "client-secret", "s3cret"));
    }

    private static Optional<Provider> read(Map<String, String> google, String publicUrl) {
        var properties = new HashMap<String, String>();
        google.forEach((name, value) -> properties.put("pana.providers.google." + name, value));
        return one(settings(new PropertiesConfigSource(properties, "test", 300), publicUrl), "google", publicUrl);
    }

    private static Optional<Provider> one(ProviderSettings settings, String id, String publicUrl) {
        return new SwitchedOn(id, settings.byId().get(id), house(publicUrl)).read(TOKENS);
    }

    private static ProviderSettings settings(ConfigSource source, String publicUrl) {
        return config(source, publicUrl).getConfigMapping(ProviderSettings.class);
    }

    private static Settings house(String publicUrl) {
        return config(new PropertiesConfigSource(Map.of(), "none", 300), publicUrl)
                .getConfigMapping(Settings.class);
    }

    private static SmallRyeConfig config(ConfigSource source, String publicUrl) {
        var house = Map.of("pana.house.public-url", publicUrl, "pana.house.jwks-url", publicUrl + "/jwks");
        return new SmallRyeConfigBuilder()
                .withSources(List.of(source, new PropertiesConfigSource(house, "house", 100)))
                .addDefaultInterceptors()
                .withMapping(ProviderSettings.class)
                .withMapping(Settings.class)
                .build();
    }
}
