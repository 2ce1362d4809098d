package club.panamia.dev.layout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteSettingsTest {

    private static final Ports PORTS = new Ports(18080);

    @TempDir
    Path folder;

    @Test
    void publishesWhatTheDocumentsPromise() {
        var published = settings(true).published();

        assertThat(published)
                .containsEntry("FRONT_DOOR_URL", "http://localhost:18080")
                .containsEntry("PUBLIC_URL", "http://localhost:18080")
                .containsEntry("PORT_AUTH", "18081")
                .containsEntry("PORT_OPS", "18087")
                .containsKeys(
                        "POSTGRES_URL_AUTH",
                        "POSTGRES_URL_PROFILE",
                        "POSTGRES_URL_CONTENT",
                        "POSTGRES_URL_SOCIAL",
                        "POSTGRES_URL_MENTORING",
                        "POSTGRES_URL_ENGAGEMENT",
                        "POSTGRES_URL_OPS",
                        "POSTGRES_URL_SIDECAR",
                        "POSTGRES_URL_SIDECAR_AUTH",
                        "POSTGRES_URL_BOOKINGS",
                        "POSTGRES_URL_BOOKINGS_AUTH",
                        "PANA_ENCRYPTION_KEYS",
                        "AUTH_SECRET");
    }

    /** People come back from the sign-in page to it. */
    @Test
    void allowsTheExampleSidecarsPages() {
        assertThat(settings(true).published())
                .containsEntry("BOOKINGS_URL", "http://localhost:18100")
                .containsEntry("PORT_BOOKINGS", "18100")
                .hasEntrySatisfying(
                        "ALLOWED_ORIGINS", origins -> assertThat(origins).endsWith("http://localhost:18100"));
    }

    @Test
    void everybodyButTheMigratorGoesThroughThePooler() {
        var published = settings(true).published();

        assertThat(address(published.get("POSTGRES_URL_AUTH")))
                .returns("pana_auth", PostgresUrl::user)
                .returns(PORTS.pooler(), PostgresUrl::port);
        assertThat(address(published.get("POSTGRES_URL_SIDECAR"))).returns(PORTS.pooler(), PostgresUrl::port);
        assertThat(address(published.get("POSTGRES_DIRECT_URL")))
                .returns("pana_migrator", PostgresUrl::user)
                .returns(PORTS.postgres(), PostgresUrl::port);
    }

    @Test
    void withoutAPoolerEverybodyGoesDirectly() {
        assertThat(address(settings(false).published().get("POSTGRES_URL_AUTH")))
                .returns(PORTS.postgres(), PostgresUrl::port);
    }

    @Test
    void aServiceGetsItsOwnPortAndRoleAndNothingOfTheOthers() {
        var profile = settings(true).of(SuiteService.PROFILE);

        assertThat(profile)
                .containsEntry("PORT", "18082")
                .containsEntry("JWKS_URL", "http://127.0.0.1:18081/.well-known/jwks.json")
                .containsEntry("DB_CACHE_STATEMENTS", "false")
                .containsEntry("MEDIA_FOLDER", "media")
                .doesNotContainKeys("POSTGRES_DIRECT_URL", "POSTGRES_URL_AUTH");
        assertThat(address(profile.get("POSTGRES_URL"))).returns("pana_profile", PostgresUrl::user);
    }

    @Test
    void authServiceAloneReachesTheEraser() {
        assertThat(address(settings(true).of(SuiteService.AUTH).get("POSTGRES_URL_ERASER")))
                .returns("pana_eraser", PostgresUrl::user)
                .returns(PORTS.pooler(), PostgresUrl::port);
        assertThat(settings(true).of(SuiteService.OPS)).doesNotContainKey("POSTGRES_URL_ERASER");
    }

    private SuiteSettings settings(boolean pooled) {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        return new SuiteSettings(PORTS, secrets, new DatabaseUrls(PORTS, secrets, pooled), false, Path.of("media"));
    }

    private static PostgresUrl address(String value) {
        return PostgresUrl.parse("test", value);
    }
}
