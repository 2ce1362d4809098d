package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.render.Combination;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The component read-replica, with a PostgreSQL that streams from the other: who is asked what, and what its loss costs. */
@Timeout(400)
class ReadReplicaIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Map<SuiteService, String> READS = Map.of(
            SuiteService.PROFILE, "/api/directory",
            SuiteService.CONTENT, "/api/articles",
            SuiteService.SOCIAL, "/api/social/statuses");

    private final LocalDatabase database = LocalDatabase.get();
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final Pod profiles = pod(SuiteService.PROFILE);
    private final Map<SuiteService, Pod> pods = Map.of(
            SuiteService.PROFILE, profiles,
            SuiteService.CONTENT, pod(SuiteService.CONTENT),
            SuiteService.SOCIAL, pod(SuiteService.SOCIAL));
    private Standby standby;

    @BeforeEach
    void start() throws Exception {
        standby = Standby.of(database);
        pods.values().forEach(pod -> pod.readingFrom(standby.port()).start());
        pods.values().forEach(Pod::mustBecomeReady);
    }

    @AfterEach
    void stop() {
        pods.values().forEach(Pod::terminate);
        standby.stop();
    }

    @Test
    void readsWhatMayBeAMomentOldFromTheReplicaAndFromThePrimaryWhenItIsGone() {
        READS.forEach((service, path) -> assertThat(pods.get(service).get(path)).contains("\"items\":"));
        assertThat(standby.ask("SELECT DISTINCT usename FROM pg_stat_activity WHERE usename LIKE 'pana%' ORDER BY 1"))
                .containsExactly("pana_content", "pana_profile", "pana_social");

        standby.ask("SELECT pg_wal_replay_pause()");
        var writer = new Writer(HttpClient.newHttpClient(), at(profiles), Member.in(database, "late" + run));
        writer.write();
        assertThat(writer.refused()).as("a write goes to the primary").isEmpty();
        assertThat(writer.stored()).isEqualTo(writer.acknowledged());
        assertThat(directory()).as("the replica does not know yet").doesNotContain("late" + run);
        standby.ask("SELECT pg_wal_replay_resume()");
        assertThat(Waiting.until(SOON, PAUSE, () -> directory().contains("late" + run)))
                .as("the replica knows")
                .isTrue();

        standby.stop();
        Member.in(database, "last" + run);
        READS.forEach((service, path) -> assertThat(pods.get(service).get(path)).contains("\"items\":"));
        assertThat(directory()).as("the primary is asked").contains("last" + run);
        assertThat(pods.values()).allMatch(Pod::isReady);
    }

    private String directory() {
        return profiles.get("/api/directory?sort=newest&limit=50");
    }

    private Pod pod(SuiteService service) {
        var chosen = List.of("pgbouncer-sidecar", "external-secrets", "gateway-api", "read-replica");
        return new Pod(database, service, service.id() + "-" + run, new Combination(chosen).manifests());
    }

    private static URI at(Pod pod) {
        return URI.create("http://127.0.0.1:" + pod.port());
    }
}
