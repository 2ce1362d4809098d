package club.panamia.k8s.image;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Programs;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ImageIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin").toString();

    @TempDir
    Path folder;

    /** As the first stage of the Dockerfile does, and then as its ENTRYPOINT does, insisting on the cache. */
    @Test
    void aServiceIsTrainedWithoutADatabaseAndThenStartsFromItsCache() throws IOException {
        Programs.output(
                List.of("cp", "-a", packaged().toString(), folder.resolve("app").toString()));
        var path = JAVA + ":" + System.getenv("PATH");
        var port = Integer.toString(Ports.free().of(SuiteService.OPS));

        run("train", List.of("bash", Overlay.K8S.resolve("image/train").toString()), Map.of("PATH", path, "PORT", port))
                .mustSucceed(Duration.ofSeconds(200));
        var started = run("start", entrypoint("-XX:AOTMode=on"), Map.of("PATH", path));

        assertThat(started.endsWithin(Duration.ofSeconds(60))).isTrue();
        assertThat(started.exitCode()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("start.log")))
                .contains("POSTGRES_URL is missing: a service needs the pooled address of its own role.");
    }

    @Test
    void theImageIsWhatTheManifestsExpect() throws IOException {
        var definition = Files.readString(Overlay.K8S.resolve("image/Dockerfile"));
        var pods = Overlay.PRODUCTION.manifests().workloads().toList();

        assertThat(pods).allSatisfy(workload -> {
            var user = workload.pod().at("securityContext", "runAsUser").text();
            assertThat(definition).contains("\nUSER %s:%s\n".formatted(user, user));
        });
        assertThat(definition).contains("\nEXPOSE 8080\n").doesNotContain(":latest");
    }

    private static Path packaged() {
        return SuiteFolder.of(Path.of(System.getProperty("pana.root"))).app(SuiteService.OPS.module());
    }

    private Child run(String name, List<String> command, Map<String, String> settings) {
        return Child.start(name, command, settings, folder.resolve("app"), folder.resolve(name + ".log"));
    }

    /** The words of the Dockerfile's ENTRYPOINT, with one more option. */
    private static List<String> entrypoint(String option) throws IOException {
        var line = Files.readAllLines(Overlay.K8S.resolve("image/Dockerfile")).stream()
                .filter(words -> words.startsWith("ENTRYPOINT"))
                .findFirst()
                .orElseThrow();
        var words = new ArrayList<>(Stream.of(line.replaceFirst("^ENTRYPOINT \\[", "")
                        .replaceFirst("]$", "")
                        .split(", "))
                .map(word -> word.replace("\"", ""))
                .toList());
        words.add(1, option);
        return words;
    }
}
