package club.panamia.k8s.render;

import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program that renders overlays: of the PATH, or the one that bin/test has fetched. */
public record Kubectl(Path program) {

    /** The first whose kustomize understands our files. */
    private static final int MINOR = 27;

    private static final Pattern VERSION =
            Pattern.compile("\"?(?:Client Version|gitVersion)\"?: \"?v1\\.(\\d+)\\.([^\",\\s]+)");

    private static @Nullable Kubectl installed;

    /** The first of these that is new enough, or one clear line that says what was found. */
    public static Kubectl among(List<Path> programs) {
        var found = programs.stream().filter(Files::isExecutable).toList();
        return found.stream()
                .filter(program -> minor(program).orElse(0) >= MINOR)
                .findFirst()
                .map(Kubectl::new)
                .orElseThrow(() -> new AssertionError(("kubectl 1.%d or newer must render k8s/, but %s; "
                                + "bin/test fetches one on Linux, elsewhere put one into the PATH.")
                        .formatted(MINOR, found.isEmpty() ? "there is none" : "found " + told(found))));
    }

    /** Looked for until it is found, once. */
    public static synchronized Kubectl installed() {
        if (installed == null) {
            installed = among(Tools.named("kubectl"));
        }
        return installed;
    }

    /** What {@code kubectl apply -k} would send for this folder. */
    public String kustomize(Path folder) {
        return Programs.output(List.of(program.toString(), "kustomize", folder.toString()));
    }

    private static String told(List<Path> found) {
        return String.join(
                ", ",
                found.stream()
                        .map(program -> "%s at %s"
                                .formatted(
                                        minor(program)
                                                .map(minor -> "1." + minor)
                                                .orElse("an unknown version"),
                                        program))
                        .toList());
    }

    private static Optional<Integer> minor(Path program) {
        try {
            var version =
                    VERSION.matcher(Programs.output(List.of(program.toString(), "version", "--client", "-o", "json")));
            return version.find() ? Optional.of(Integer.parseInt(version.group(1))) : Optional.empty();
        } catch (Fault unusable) {
            return Optional.empty();
        }
    }
}
