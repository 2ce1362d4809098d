package club.panamia.k8s.deploy;

import club.panamia.dev.process.Programs;
import club.panamia.k8s.render.Kubectl;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * bin/deploy on a copy of the manifests, before a stand-in for the cluster: a kubectl that renders by the real one, notes what it
 * is asked, and for the migration Job runs a command on this machine.
 */
public final class StagedDeploy {

    private static final String ZEROS = "sha256:" + "0".repeat(64);

    private static final String CLUSTER = """
            #!/usr/bin/env bash
            state=%s
            if [ "$1" = kustomize ]; then exec %s "$@"; fi
            while [ "${1#--}" != "$1" ]; do
              case $1 in *=*) shift ;; *) shift 2 ;; esac
            done
            case "$*" in
              "apply --filename "*migrate.yaml)
                echo "apply migrate" >> "$state/asked"
                if %s > "$state/migration.log" 2>&1; then echo Complete; else echo Failed; fi > "$state/job" ;;
              "apply --filename "*apps.yaml)
                echo "apply apps" >> "$state/asked"
                for service in auth profile; do echo "deployment.apps/$service-service configured"; done ;;
              "get job migrator --output"*) cat "$state/job" ;;
              "get job migrator --ignore-not-found"*) cat "$state/active" 2> /dev/null || true ;;
              "rollout status deployment/profile-service"*)
                echo "$*" >> "$state/asked"; [ ! -e "$state/stuck" ] ;;
              "logs "*) cat "$state/migration.log" ;;
              *) echo "$*" >> "$state/asked" ;;
            esac
            """;

    public record Run(int exitCode, String output) {}

    private final Path folder;

    /** {@code migration} is a line of bash that does what the Job would do. */
    public StagedDeploy(Path folder, String migration) {
        this.folder = folder;
        try {
            Programs.output(List.of("cp", "-r", Overlay.K8S.resolve("../bin").toString(), folder.toString()));
            Programs.output(List.of("cp", "-r", Overlay.K8S.toString(), folder.toString()));
            var real = Kubectl.installed().program();
            program("kubectl", CLUSTER.formatted(folder, real, migration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a release in, as whoever deploys does. */
    public StagedDeploy withRelease() throws IOException {
        var release = folder.resolve("k8s/overlays/production/release/kustomization.yaml");
        Files.writeString(release, Files.readString(release).replace(ZEROS, "sha256:" + "a".repeat(64)));
        return this;
    }

    StagedDeploy with(String state, String content) throws IOException {
        Files.writeString(folder.resolve(state), content);
        return this;
    }

    public Run run(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of("bash", folder.resolve("bin/deploy").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PATH", folder + ":" + System.getenv("PATH")));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** What the cluster was asked, in order. */
    public List<String> asked() throws IOException {
        var file = folder.resolve("asked");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
