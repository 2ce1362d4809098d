package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Probes can be made, and ask what they should: live is the process alone, ready is the database too. */
final class Probes implements Rule {

    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final Map<String, String> PATHS = Map.of(
            "startupProbe", "/q/health/live", "livenessProbe", "/q/health/live", "readinessProbe", "/q/health/ready");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.workloads().flatMap(Probes::ofWorkload);
    }

    private static Stream<String> ofWorkload(Resource workload) {
        var everywhere = workload.allContainers().stream().flatMap(Probes::ofContainer);
        var plainInit = workload.initContainers().stream()
                .filter(container -> !container.at("restartPolicy").present())
                .filter(container ->
                        PROBES.stream().anyMatch(probe -> container.at(probe).present()))
                .map(container -> "an init container that ends cannot be probed");
        var missing = workload.is("Job")
                ? Stream.<String>of()
                : workload.containers().stream().flatMap(Probes::missing);
        return Stream.of(everywhere, plainInit, missing).flatMap(all -> all).map(fault -> workload + ": " + fault);
    }

    private static Stream<String> missing(Node container) {
        return PROBES.stream()
                .filter(probe -> !container.at(probe).present())
                .map(probe -> "%s has no %s".formatted(container.at("name").text(), probe));
    }

    private static Stream<String> ofContainer(Node container) {
        return PROBES.stream()
                .filter(probe -> container.at(probe).present())
                .flatMap(probe -> ofProbe(container, probe));
    }

    private static Stream<String> ofProbe(Node container, String name) {
        var probe = container.at(name);
        var handlers =
                HANDLERS.stream().filter(handler -> probe.at(handler).present()).count();
        var path = probe.at("httpGet", "path");
        var ports = container.each("ports").map(port -> port.at("name").text()).toList();
        var port = Stream.of(probe.at("httpGet", "port"), probe.at("tcpSocket", "port"))
                .filter(Node::present)
                .map(Node::text)
                .filter(text -> !text.matches("\\d+") && !ports.contains(text))
                .map(text -> "%s asks port %s, which its container does not have".formatted(name, text));
        return Stream.of(
                        handlers == 1 ? Stream.<String>of() : Stream.of(name + " must have one handler"),
                        path.present() && !path.text().equals(PATHS.get(name))
                                ? Stream.of("%s must ask %s".formatted(name, PATHS.get(name)))
                                : Stream.<String>of(),
                        port)
                .flatMap(all -> all);
    }
}
