package club.panamia.docs.tables;

import club.panamia.docs.Checkout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoints of the suite: those below /api as {@code docs/api} describes them, and the pages that it leaves out. */
final class Endpoints {

    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]+)\"\\)");
    private static final Pattern ROUTE = Pattern.compile("(?m)^(/\\S+): (\\S+)$");

    private final Map<String, String> routes = ROUTE.matcher(Checkout.text("k8s/routes.yaml"))
            .results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));

    /** Whether the service behind the path of {@code POST /api/things} has that endpoint. */
    boolean contain(String endpoint) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(endpoint.indexOf(' ') + 1);
        var service = service(path);
        return path.startsWith("/api/") ? isDescribed(service, verb, path) : isPage(service, verb, path);
    }

    private String service(String path) {
        return routes.keySet().stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(routes::get)
                .orElse("");
    }

    private static boolean isDescribed(String service, String verb, String path) {
        var file = Checkout.ROOT.resolve("docs/api/%s.yaml".formatted(service.replace("-service", "")));
        if (Files.notExists(file)) {
            return false;
        }
        return described(Checkout.text(file)).path(path).has(verb.toLowerCase(Locale.ROOT));
    }

    private static JsonNode described(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml).path("paths");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPage(String service, String verb, String path) {
        return Checkout.files(name -> name.startsWith(service + "/src/main/java/") && name.endsWith("Resource.java"))
                .stream()
                .map(Checkout::text)
                .anyMatch(text -> paths(text).contains(path) && text.contains("@" + verb + "\n"));
    }

    /** A resource's own path, and the same with each of its methods'. */
    private static List<String> paths(String resource) {
        var named =
                PATH.matcher(resource).results().map(match -> match.group(1)).toList();
        return named.isEmpty()
                ? named
                : Stream.concat(
                                Stream.of(named.getFirst()),
                                named.stream().skip(1).map(named.getFirst()::concat))
                        .toList();
    }
}
