package club.panamia.dev.frontdoor;

import club.panamia.dev.process.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which service answers which path, read from the one routes file: a flat YAML mapping of path prefixes to services. A
 * prefix covers itself and what lies below it, segment by segment, as the prefix paths of a Kubernetes Ingress do.
 */
public record Routes(Map<String, String> services) {

    private static final Pattern ROUTE = Pattern.compile("(/[^\\s:#]*):\\s+([a-z-]+)\\s*(?:#.*)?");

    public static Routes read(Path file) {
        var services = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var route = ROUTE.matcher(line);
                if (!route.matches()) {
                    throw new Fault("%s: '%s' is not '/path: service'.".formatted(file, line));
                }
                if (services.put(route.group(1), route.group(2)) != null) {
                    throw new Fault("%s: %s stands there twice.".formatted(file, route.group(1)));
                }
            }
        } catch (IOException e) {
            throw new Fault("The routes cannot be read: %s".formatted(e.getMessage()));
        }
        return new Routes(Map.copyOf(services));
    }

    /** The service with the longest prefix of this path. */
    Optional<String> serviceFor(String path) {
        for (var prefix = path; !prefix.isEmpty(); prefix = parent(prefix)) {
            var service = services.get(prefix);
            if (service != null) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
