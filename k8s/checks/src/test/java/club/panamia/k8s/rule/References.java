package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever an object names is rendered with it, or is known to come from outside. */
final class References implements Rule {

    /** Made by hand or by an operator before the first deployment: docs/operations.md says how. */
    private static final Set<String> FROM_OUTSIDE =
            Set.of("ConfigMap/postgres-ca", "Secret/migrator", "Secret/pooler", "Secret/pooler-tls");

    @Override
    public Stream<String> broken(Manifests manifests) {
        var there = manifests.all().stream()
                .map(resource -> resource.is("ExternalSecret") ? "Secret/" + resource.name() : resource.toString())
                .collect(Collectors.toSet());
        return manifests.all().stream()
                .flatMap(resource -> named(resource)
                        .filter(name -> !there.contains(name) && !FROM_OUTSIDE.contains(name))
                        .map(name -> "%s: names %s, which is not there".formatted(resource, name)));
    }

    private static Stream<String> named(Resource resource) {
        var target = resource.spec().at("scaleTargetRef");
        var backends = Stream.concat(
                resource.spec()
                        .each("rules")
                        .flatMap(rule -> rule.at("http").each("paths"))
                        .map(path -> path.at("backend", "service", "name")),
                resource.is("HTTPRoute")
                        ? resource.spec()
                                .each("rules")
                                .flatMap(rule -> rule.each("backendRefs"))
                                .map(to -> to.at("name"))
                        : Stream.of());
        return Stream.of(
                        resource.isWorkload() ? ofPods(resource) : Stream.<String>of(),
                        target.present()
                                ? Stream.of(target.at("kind").text() + "/"
                                        + target.at("name").text())
                                : Stream.<String>of(),
                        backends.map(name -> "Service/" + name.text()))
                .flatMap(all -> all);
    }

    private static Stream<String> ofPods(Resource workload) {
        var pod = workload.pod();
        var sources = Stream.concat(
                        pod.each("volumes"),
                        pod.each("volumes")
                                .flatMap(volume -> volume.at("projected").each("sources")))
                .toList();
        var fromEnvironment = workload.allContainers().stream()
                .flatMap(container -> container.each("envFrom"))
                .toList();
        return Stream.of(
                        Stream.of(
                                "ServiceAccount/" + pod.at("serviceAccountName").text()),
                        names(sources, "ConfigMap", "configMap", "name"),
                        names(sources, "Secret", "secret", "name"),
                        names(sources, "Secret", "secret", "secretName"),
                        names(sources, "PersistentVolumeClaim", "persistentVolumeClaim", "claimName"),
                        names(fromEnvironment, "ConfigMap", "configMapRef", "name"),
                        names(fromEnvironment, "Secret", "secretRef", "name"))
                .flatMap(all -> all);
    }

    private static Stream<String> names(List<Node> sources, String kind, String... path) {
        return sources.stream()
                .map(source -> source.at(path))
                .filter(Node::present)
                .map(name -> kind + "/" + name.text());
    }
}
