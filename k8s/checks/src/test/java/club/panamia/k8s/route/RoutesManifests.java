package club.panamia.k8s.route;

import club.panamia.dev.frontdoor.Routes;
import club.panamia.dev.layout.SuiteService;
import club.panamia.k8s.render.Overlay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The routes file in the words of Kubernetes: one Ingress, or one HTTPRoute for each service. */
final class RoutesManifests {

    private static final String HEADER = "# From routes.yaml, by bin/accept-routes; do not edit.\n";

    /** So many matches does any version of the Gateway API allow in one rule. */
    private static final int MATCHES = 8;

    private final Routes routes = Routes.read(Overlay.K8S.resolve("routes.yaml"));

    String ingress() {
        return HEADER + """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: pana
                spec:
                  rules:
                    - http:
                        paths:
                """
                + Arrays.stream(SuiteService.values())
                        .flatMap(service -> paths(service).stream()
                                .map(path ->
                                        "          - {path: %s, pathType: Prefix, backend: {service: {name: %s, port: {name: http}}}}\n"
                                                .formatted(path, service.module())))
                        .collect(Collectors.joining());
    }

    String httpRoutes() {
        return HEADER
                + Arrays.stream(SuiteService.values()).map(this::httpRoute).collect(Collectors.joining("---\n"));
    }

    private String httpRoute(SuiteService service) {
        var rules = new ArrayList<String>();
        var paths = paths(service);
        for (var from = 0; from < paths.size(); from += MATCHES) {
            rules.add(rule(service, paths.subList(from, Math.min(paths.size(), from + MATCHES))));
        }
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: %s
                spec:
                  rules:
                """.formatted(service.module()) + String.join("", rules);
    }

    private static String rule(SuiteService service, List<String> paths) {
        var matches = paths.stream()
                .map("        - {path: {type: PathPrefix, value: %s}}\n"::formatted)
                .collect(Collectors.joining());
        return "    - matches:\n%s      backendRefs: [{name: %s, port: 80}]\n".formatted(matches, service.module());
    }

    private List<String> paths(SuiteService service) {
        return routes.services().entrySet().stream()
                .filter(route -> route.getValue().equals(service.module()))
                .map(route -> route.getKey())
                .sorted()
                .toList();
    }
}
