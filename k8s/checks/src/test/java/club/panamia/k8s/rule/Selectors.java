package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Whatever selects pods finds some, and a Service finds its port on them. */
final class Selectors implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        var workloads = manifests.workloads().toList();
        return Stream.of(
                        workloads.stream().flatMap(Selectors::ofWorkload),
                        manifests
                                .of("PodDisruptionBudget")
                                .flatMap(pdb -> finds(pdb, pdb.spec().at("selector", "matchLabels"), workloads)),
                        manifests
                                .of("Service")
                                .flatMap(
                                        service -> finds(service, service.spec().at("selector"), workloads)),
                        manifests.of("Service").flatMap(service -> portOf(service, workloads)))
                .flatMap(all -> all);
    }

    private static Stream<String> ofWorkload(Resource workload) {
        var own = Stream.of(workload.spec().at("selector", "matchLabels"))
                .filter(selector -> !selector.isWithin(workload.podLabels()))
                .map(selector -> workload + ": its selector does not find its own pods");
        var spread = workload.pod()
                .each("topologySpreadConstraints")
                .filter(constraint ->
                        !constraint.at("labelSelector", "matchLabels").isWithin(workload.podLabels()))
                .map(constraint -> workload + ": spreads other pods than its own");
        return Stream.concat(own, spread);
    }

    private static Stream<String> finds(Resource resource, Node selector, List<Resource> workloads) {
        var found = workloads.stream()
                .filter(workload -> selector.isWithin(workload.podLabels()))
                .count();
        return found == 1 && !selector.map().isEmpty()
                ? Stream.of()
                : Stream.of("%s: selects the pods of %d workloads, not of one".formatted(resource, found));
    }

    private static Stream<String> portOf(Resource service, List<Resource> workloads) {
        var ports = workloads.stream()
                .filter(workload -> service.spec().at("selector").isWithin(workload.podLabels()))
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.each("ports"))
                .map(port -> port.at("name").text())
                .toList();
        return service.spec()
                .each("ports")
                .map(port -> port.at("targetPort").text())
                .filter(port -> !ports.contains(port))
                .map(port -> "%s: leads to port %s, which its pods do not have".formatted(service, port));
    }
}
