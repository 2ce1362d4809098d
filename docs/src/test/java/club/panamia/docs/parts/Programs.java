package club.panamia.docs.parts;

import club.panamia.docs.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What we ship or run, as the build of each module left it. */
final class Programs {

    static final List<String> SERVICES = List.of(
            "auth-service",
            "profile-service",
            "content-service",
            "social-service",
            "mentoring-service",
            "engagement-service",
            "ops-service");
    static final String MIGRATOR = "shared-schema/migrator";

    /** Run beside the services: on a developer's machine only. */
    static final List<String> TOOLS = List.of("shared-schema/pages", "dev-suite");

    private Programs() {}

    /** The libraries of a Quarkus program. */
    static List<Part> parts(String module) {
        return read(app(module).resolve("quarkus-app-dependencies.txt"), module);
    }

    /** The libraries of a plain program. */
    static List<Part> toolParts(String module) {
        return read(Checkout.ROOT.resolve(module).resolve("target/run-time-dependencies.txt"), module);
    }

    /** The jars of a Quarkus program. */
    static List<Path> jars(String module) {
        try (var files = Files.walk(app(module).resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path app(String module) {
        return Checkout.ROOT.resolve(module).resolve("target/quarkus-app");
    }

    private static List<Part> read(Path list, String module) {
        if (Files.notExists(list)) {
            throw new AssertionError("%s is not packaged (no %s): build all modules, as bin/test does"
                    .formatted(module, Checkout.name(list)));
        }
        var parts = Checkout.text(list)
                .lines()
                .map(line -> line.replaceAll("\\u001B\\[[0-9;]*m", "").replaceFirst(" -- module .*", ""))
                .filter(line -> line.strip().matches("[\\w.-]+:[\\w.-]+:.*:[\\w.-]+"))
                .map(line -> line.replaceFirst(":(compile|runtime)( \\(optional\\))?$", ""))
                .map(Part::of)
                .distinct()
                .toList();
        if (parts.isEmpty()) {
            throw new AssertionError("%s names no library: its form has changed".formatted(Checkout.name(list)));
        }
        return parts;
    }
}
