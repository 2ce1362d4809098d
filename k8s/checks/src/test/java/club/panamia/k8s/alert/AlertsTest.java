package club.panamia.k8s.alert;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class AlertsTest {

    @TempDir
    Path folder;

    private Promtool promtool;

    @BeforeEach
    void open() {
        promtool = new Promtool(folder);
    }

    @Test
    void areSoundRules() {
        assertThat(promtool.check(rules(groups()))).isEmpty();
    }

    @Test
    void speakWhenTheyShouldAndAreSilentOtherwise() {
        assertThat(promtool.test(rules(groups()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void wouldBeMissedEach(String alert) {
        assertThat(promtool.test(rules(without(alert)))).contains(alert);
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveAPageEach(String alert) throws IOException {
        assertThat(Files.readAllLines(Overlay.K8S.resolve("../docs/operations.md")))
                .as("docs/operations.md: what to do at %s", alert)
                .filteredOn(("### " + alert)::equals)
                .hasSize(1);
    }

    static List<String> names() {
        return groups().stream()
                .flatMap(group -> group.each("rules"))
                .map(rule -> rule.at("alert").text())
                .toList();
    }

    private static List<Node> groups() {
        try {
            var file = Files.readString(Overlay.K8S.resolve("components/monitoring/alerts.yaml"));
            return Manifests.read(file)
                    .of("PrometheusRule")
                    .flatMap(rule -> rule.spec().each("groups"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Node> without(String alert) {
        var groups = groups();
        groups.forEach(group -> ((List<?>) group.at("rules").value().orElseThrow())
                .removeIf(rule -> Node.of(rule).at("alert").text().equals(alert)));
        return groups;
    }

    /** As Prometheus reads them: the operator's object without its wrapping. */
    private static String rules(List<Node> groups) {
        var plain = new ArrayList<>();
        groups.forEach(group -> plain.add(group.value().orElseThrow()));
        return new Yaml().dump(Map.of("groups", plain));
    }
}
