package club.panamia.k8s.alert;

import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import club.panamia.k8s.render.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prometheus' own judge of rules, in a folder where the rules lie as alerts.yaml beside their tests. */
record Promtool(Path folder) {

    /** What it finds wrong with the rules themselves; empty when nothing. */
    String check(String rules) {
        return run(rules, "check", "rules", "alerts.yaml");
    }

    /** What it finds wrong when it plays the days of tests.yaml; empty when nothing. */
    String test(String rules) {
        return run(rules, "test", "rules", "tests.yaml");
    }

    private String run(String rules, String... arguments) {
        var program = Tools.named("promtool").stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "promtool must try the alerts, but there is none; bin/test fetches Debian's, elsewhere"
                                + " put one into the PATH."));
        try (var tests = Promtool.class.getResourceAsStream("tests.yaml")) {
            Files.writeString(folder.resolve("alerts.yaml"), rules);
            Files.write(folder.resolve("tests.yaml"), tests.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Programs.output(
                    List.of("sh", "-c", "cd '%s' && '%s' %s".formatted(folder, program, String.join(" ", arguments))));
            return "";
        } catch (Fault found) {
            return found.text();
        }
    }
}
