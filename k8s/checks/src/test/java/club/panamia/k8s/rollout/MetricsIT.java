package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What alerts and dashboard look at is what a service shows. */
@Timeout(400)
class MetricsIT {

    /** By their families; those of the cluster itself come from kube-state-metrics and Prometheus. */
    private static final Pattern OURS = Pattern.compile("\\b((?:http|jvm|sql|pana|process)_[a-z_]+)\\b(?!\")");

    private final LocalDatabase database = LocalDatabase.get();

    @Test
    void everyMetricThatIsLookedAtIsThere() throws IOException {
        database.ask("INSERT INTO internal.event_cursor (consumer) VALUES ('somebody') ON CONFLICT DO NOTHING");
        var pod = new Pod(database, SuiteService.OPS, "metrics").start().mustBecomeReady();
        try {
            pod.get("/problems/nothing");

            assertThat(Waiting.until(
                            Duration.ofSeconds(60),
                            Duration.ofMillis(200),
                            () -> shown(pod).containsAll(wanted())))
                    .as("wanted %s, shown %s", wanted(), shown(pod))
                    .isTrue();
        } finally {
            pod.terminate();
        }
    }

    private static Set<String> wanted() {
        try {
            var monitoring = Overlay.K8S.resolve("components/monitoring");
            var texts = Files.readString(monitoring.resolve("alerts.yaml"))
                    + Files.readString(monitoring.resolve("dashboard.json"));
            return OURS.matcher(texts).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> shown(Pod pod) {
        return pod.get("/q/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
