package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Words and numbers of which the cluster knows only a few. */
final class Vocabulary implements Rule {

    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");
    private static final Set<String> PULL_POLICIES = Set.of("Always", "IfNotPresent", "Never");
    private static final Set<String> POLICY_TYPES = Set.of("Ingress", "Egress");
    private static final Set<String> PATH_TYPES = Set.of("Exact", "Prefix");
    private static final Map<String, Set<String>> RESTARTS = Map.of(
            "Deployment", Set.of("Always"), "StatefulSet", Set.of("Always"), "Job", Set.of("Never", "OnFailure"));

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.concat(
                manifests.workloads().flatMap(Vocabulary::ofWorkload),
                manifests.all().stream().flatMap(Vocabulary::ofNetwork));
    }

    private static Stream<String> ofWorkload(Resource workload) {
        var containers = workload.allContainers();
        return Stream.of(
                        unknown(
                                containers.stream().map(c -> c.at("imagePullPolicy")),
                                PULL_POLICIES::contains,
                                "imagePullPolicy"),
                        unknown(
                                Stream.of(workload.pod().at("restartPolicy")),
                                RESTARTS.get(workload.kind())::contains,
                                "restartPolicy"),
                        unknown(
                                workload.containers().stream().map(c -> c.at("restartPolicy")),
                                word -> false,
                                "restartPolicy of a container that is no init container:"),
                        unknown(
                                workload.initContainers().stream().map(c -> c.at("restartPolicy")),
                                "Always"::equals,
                                "restartPolicy"),
                        ports(containers.stream().flatMap(c -> c.each("ports")), "containerPort"))
                .flatMap(all -> all)
                .map(fault -> workload + ": " + fault);
    }

    private static Stream<String> ofNetwork(Resource resource) {
        var rules = Stream.concat(
                        resource.spec().each("ingress"), resource.spec().each("egress"))
                .flatMap(rule -> rule.each("ports"))
                .toList();
        var paths =
                resource.spec().each("rules").flatMap(rule -> rule.at("http").each("paths"));
        return Stream.of(
                        unknown(resource.spec().each("policyTypes"), POLICY_TYPES::contains, "policyType"),
                        unknown(paths.map(path -> path.at("pathType")), PATH_TYPES::contains, "pathType"),
                        ports(rules.stream(), "port"),
                        ports(resource.is("Service") ? resource.spec().each("ports") : Stream.of(), "port"))
                .flatMap(all -> all)
                .map(fault -> resource + ": " + fault);
    }

    private static Stream<String> ports(Stream<Node> ports, String field) {
        var all = ports.toList();
        var outside = all.stream()
                .map(port -> port.at(field).number(1))
                .filter(number -> number < 1 || number > 65_535)
                .map(number -> "%s %d is no port".formatted(field, number));
        return Stream.concat(
                outside, unknown(all.stream().map(port -> port.at("protocol")), PROTOCOLS::contains, "protocol"));
    }

    private static Stream<String> unknown(Stream<Node> words, Predicate<String> known, String field) {
        return words.filter(Node::present)
                .map(Node::text)
                .filter(word -> !known.test(word))
                .map(word -> "%s %s is not known here".formatted(field, word));
    }
}
