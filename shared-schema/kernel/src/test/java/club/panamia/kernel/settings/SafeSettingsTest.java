package club.panamia.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "POSTGRES_URL", "postgres://pana_auth:hunter2@localhost:6432/pana",
            "PUBLIC_URL", "https://panamia.club",
            "PANA_ENCRYPTION_KEYS", "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "AUTH_SECRET", "0123456789abcdefghijklmnopqrstuv");

    @TempDir
    private Path folder;

    @Test
    void findsNothingWrongWithAGoodEnvironment() {
        assertThat(PanaService.fault(GOOD)).isEmpty();
        assertThat(PanaService.fault(with("PUBLIC_URL", "http://localhost:8080")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "POSTGRES_URL | - | POSTGRES_URL is missing",
                "POSTGRES_URL | mysql://u:hunter2@h/d | POSTGRES_URL cannot be used",
                "POSTGRES_URL_FILE | /nowhere | POSTGRES_URL_FILE cannot be used",
                "POSTGRES_URL_READ | postgres://hunter2/ | POSTGRES_URL_READ cannot be used",
                "DB_CA_FILE | /nowhere/ca.crt | DB_CA_FILE cannot be used: the file /nowhere/ca.crt cannot be read.",
                "PUBLIC_URL | - | PUBLIC_URL is missing",
                "PUBLIC_URL | http://panamia.club | PUBLIC_URL cannot be used: outside localhost",
                "PUBLIC_URL | https://panamia.club/ | PUBLIC_URL cannot be used: it must be a scheme and a host",
                "PANA_ENCRYPTION_KEYS | - | PANA_ENCRYPTION_KEYS is missing",
                "PANA_ENCRYPTION_KEYS | hunter2-is-no-key-however-long-it-is | PANA_ENCRYPTION_KEYS has an entry",
                "PANA_ENCRYPTION_KEYS | k1:aHVudGVyMi1pcy10b28tc2hvcnQtZm9yLWE= | PANA_ENCRYPTION_KEYS has a key 'k1' of 26 bytes",
                "PANA_ENCRYPTION_KEYS | dev:bm90LXNlY3JldC1kZXZlbG9wbWVudC1rZXktMzJieXQ= | PANA_ENCRYPTION_KEYS cannot be used: everybody",
                "AUTH_SECRET | not-a-secret-for-development-only | AUTH_SECRET cannot be used: everybody",
                "AUTH_SECRET | test-secret-of-more-than-32-characters | AUTH_SECRET cannot be used: everybody",
                "ALLOWED_ORIGINS | https://ok.example, hunter2 | ALLOWED_ORIGINS cannot be used",
                "ALLOWED_ORIGINS | https://ok.example/ | ALLOWED_ORIGINS cannot be used: each entry",
                "JWKS_URL | file:///etc/hunter2 | JWKS_URL cannot be used",
                "AUTH_SECRET | changeme | AUTH_SECRET cannot be used",
                "AUTH_SECRET | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | AUTH_SECRET cannot be used"
            })
    void complainsInOneLineThatNamesTheSettingAndNoSecret(String name, String value, String complaint) {
        var fault = PanaService.fault(with(name, value)).orElseThrow();

        assertThat(fault)
                .startsWith(complaint)
                .doesNotContain("hunter2")
                .doesNotContain("changeme")
                .doesNotContain("\n");
    }

    /** Whatever the sources carry as a stand-in for a secret is on the list of what production refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"pana.encryption-keys", "pana.auth-secret"})
    void refusesTheStandInsOfDevelopment(String property) throws IOException {
        var defaults = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        }
        var name = property.equals("pana.auth-secret") ? "AUTH_SECRET" : "PANA_ENCRYPTION_KEYS";

        assertThat(PanaService.fault(with(name, defaults.getProperty("%dev." + property))))
                .hasValue(name + " cannot be used: everybody can read this value in the suite's own sources.");
    }

    @Test
    void refusesAServiceThatWasGivenTheMigratorsAddress() {
        var environment = new HashMap<>(with("POSTGRES_URL", null));
        environment.put("POSTGRES_DIRECT_URL", "postgres://pana_migrator:hunter2@localhost/pana");

        assertThat(PanaService.fault(environment).orElseThrow())
                .contains("POSTGRES_DIRECT_URL is for the migrator only")
                .doesNotContain("hunter2");
    }

    @Test
    void letsAMountedFileWinOverTheVariable() throws IOException {
        var file =
                Files.writeString(folder.resolve("url"), "postgresql://pana_ops:p%40ss@db:6432/pana?sslmode=require\n");
        var environment = with("POSTGRES_URL_FILE", file.toString());

        var url = HouseConfig.readPostgresUrl(name -> Optional.ofNullable(environment.get(name)))
                .orElseThrow();

        assertThat(url.user()).isEqualTo("pana_ops");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(url.reactive()).isEqualTo("vertx-reactive:postgresql://db:6432/pana?sslmode=require");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<>(GOOD);
        environment.put(name, value);
        return environment;
    }
}
