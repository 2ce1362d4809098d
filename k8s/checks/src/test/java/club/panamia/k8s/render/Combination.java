package club.panamia.k8s.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The base with one choice of components, and what production says besides. */
public record Combination(List<String> components) {

    public static Stream<Combination> all() {
        return Stream.of("pgbouncer-sidecar", "pgbouncer-central")
                .flatMap(pooler ->
                        Stream.of("external-secrets", "plain-secrets").map(secrets -> List.of(pooler, secrets)))
                .flatMap(chosen -> Stream.of("ingress", "gateway-api").map(way -> plus(chosen, way)))
                .flatMap(chosen -> Stream.of(chosen, plus(plus(chosen, "monitoring"), "read-replica")))
                .map(Combination::new);
    }

    public boolean hasPlainSecrets() {
        return components.contains("plain-secrets");
    }

    public Manifests manifests() {
        try {
            var folder = Files.createDirectories(
                    Overlay.K8S.resolve("checks/target/combinations").resolve(toString()));
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization());
            for (var file : List.of("settings.env", "databases.ini", "budget.env")) {
                Files.writeString(
                        folder.resolve(file), Files.readString(production().resolve(file)));
            }
            return Manifests.read(Kubectl.installed().kustomize(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path production() {
        return Overlay.K8S.resolve(Overlay.PRODUCTION.name());
    }

    private String kustomization() {
        return """
                kind: Kustomization
                namespace: pana
                resources: [../../../../base]
                components:
                %s
                  - ../../../../overlays/production/release
                configMapGenerator:
                  - {name: settings, behavior: merge, envs: [settings.env]}
                  - {name: pgbouncer, behavior: merge, files: [databases.ini]}
                  - {name: connection-budget, envs: [budget.env]}
                """.formatted(components.stream()
                .map(component -> "  - ../../../../components/" + component)
                .collect(Collectors.joining("\n")));
    }

    private static List<String> plus(List<String> chosen, String another) {
        var more = new ArrayList<>(chosen);
        more.add(another);
        return List.copyOf(more);
    }

    @Override
    public String toString() {
        return String.join("+", components);
    }
}
