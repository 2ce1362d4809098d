package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.render.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The component pgbouncer-central: a pooler that the service reaches by the network, and so by verified TLS. */
@Timeout(400)
class CentralPoolerIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LocalDatabase database = LocalDatabase.get();

    @Test
    void aServiceReachesPostgresByIt() {
        var pod = pod("central").start().mustBecomeReady();
        try {
            assertThat(pod.get("/api/directory")).contains("\"items\":");
        } finally {
            pod.terminate();
        }
    }

    @Test
    void aServiceRefusesOneThatItsAuthorityDidNotSign() throws IOException {
        var stranger = Certificate.make(Files.createDirectories(database.folder("central-stranger")));
        var pod = pod("distrusted").trusting(stranger.certificate()).start();
        try {
            assertThat(Waiting.until(SOON, PAUSE, pod::isLive)).isTrue();
            assertThat(Waiting.until(
                            SOON, PAUSE, () -> pod.get("/q/health/ready").contains("the database cannot be reached")))
                    .isTrue();
            assertThat(pod.isReady()).isFalse();
        } finally {
            pod.terminate();
        }
    }

    private Pod pod(String name) {
        var chosen = List.of("pgbouncer-central", "external-secrets", "gateway-api");
        return new Pod(database, SuiteService.PROFILE, name, new Combination(chosen).manifests());
    }
}
