package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Names are such as the cluster takes, and nothing has another's. */
final class Names implements Rule {

    private static final String SUBDOMAIN = "[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?";
    private static final String LABEL = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.of(badNames(manifests), twins(manifests), twinPorts(manifests), twinContainers(manifests))
                .flatMap(all -> all);
    }

    private static Stream<String> badNames(Manifests manifests) {
        return manifests.all().stream()
                .filter(resource -> !resource.name().matches(resource.is("Service") ? LABEL : SUBDOMAIN))
                .map(resource -> resource + ": is not a name that the cluster takes");
    }

    private static Stream<String> twins(Manifests manifests) {
        var seen = new HashSet<String>();
        return manifests.all().stream()
                .map(Resource::toString)
                .filter(name -> !seen.add(name))
                .map(name -> name + ": stands there twice");
    }

    private static Stream<String> twinPorts(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> hasTwins(workload.allContainers().stream()
                        .flatMap(container -> container.each("ports"))
                        .map(port -> port.at("name").text())
                        .toList()))
                .map(workload -> workload + ": two ports have one name");
    }

    private static Stream<String> twinContainers(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> hasTwins(
                        workload.allContainers().stream().map(Names::name).toList()))
                .map(workload -> workload + ": two containers have one name");
    }

    private static String name(Node container) {
        return container.at("name").text();
    }

    private static boolean hasTwins(List<String> names) {
        return new HashSet<>(names).size() < names.size();
    }
}
