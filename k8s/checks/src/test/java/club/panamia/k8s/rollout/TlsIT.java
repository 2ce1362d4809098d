package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL takes TLS only; what is rendered verifies its certificate. */
@Timeout(400)
class TlsIT {

    private static final Duration SECONDS = Duration.ofSeconds(60);

    private final LocalDatabase database = LocalDatabase.get();

    @Test
    void aServiceReachesPostgresByTheRenderedPoolerAndTls() {
        var pod = new Pod(database, SuiteService.PROFILE, "tls").start().mustBecomeReady();
        try {
            assertThat(pod.get("/api/directory")).contains("\"items\":");
            assertThat(database.ask("SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE"
                            + " usename = 'pana_profile'"))
                    .containsExactly("t");
            assertThat(database.ask("SELECT count(*) <= 4 FROM pg_stat_activity WHERE usename = 'pana_profile'"))
                    .as("no more connections than pool_size says")
                    .containsExactly("t");
        } finally {
            pod.terminate();
        }
    }

    @Test
    void aPoolerRefusesAServerThatItsAuthorityDidNotSign() throws IOException {
        var stranger = Certificate.make(Files.createDirectories(database.folder("stranger")));
        var pod = new Pod(database, SuiteService.PROFILE, "distrust");
        pod.startPooler(pod.pooler(database.port()).withAuthority(stranger.certificate()));
        pod.startService();
        try {
            assertThat(Waiting.until(SECONDS, Duration.ofMillis(100), pod::isLive))
                    .isTrue();
            assertThat(Waiting.until(
                            SECONDS,
                            Duration.ofMillis(100),
                            () -> pod.get("/q/health/ready").contains("the database cannot be reached")))
                    .isTrue();
            assertThat(pod.poolerLog()).contains("certificate verify failed");
        } finally {
            pod.terminate();
        }
    }

    @Test
    void theMigratorVerifiesTheCertificateAsItsJobDoes() throws IOException {
        var home = Files.createDirectories(database.folder("home/.postgresql"));
        Files.writeString(home.resolve("root.crt"), database.authority());

        var run = migrator(home.getParent(), "status");

        assertThat(run.endsWithin(Duration.ofSeconds(60))).isTrue();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theMigratorRefusesAStranger() throws IOException {
        var home = Files.createDirectories(database.folder("elsewhere/.postgresql"));
        var stranger = Certificate.make(Files.createDirectories(database.folder("another")));
        Files.writeString(home.resolve("root.crt"), stranger.certificate());

        var run = migrator(home.getParent(), "status");

        assertThat(run.endsWithin(Duration.ofSeconds(60))).isTrue();
        assertThat(run.exitCode()).isNotZero();
    }

    private Child migrator(Path home, String command) throws IOException {
        var url = database.url("pana_migrator").text().replace("127.0.0.1", "localhost") + "?sslmode=verify-full";
        var file = Files.writeString(database.folder(home.getFileName() + ".url"), url);
        return database.children()
                .start(
                        "migrator",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Pod.app("shared-schema/migrator")
                                        .resolve("quarkus-run.jar")
                                        .toString(),
                                command),
                        Map.of("POSTGRES_DIRECT_URL_FILE", file.toString(), "JDK_JAVA_OPTIONS", "-Duser.home=" + home),
                        home,
                        database.folder(home.getFileName() + ".log"));
    }
}
