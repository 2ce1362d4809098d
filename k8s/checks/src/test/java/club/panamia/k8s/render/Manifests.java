package club.panamia.k8s.render;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Everything that one overlay brings into the cluster. */
public record Manifests(List<Resource> all) {

    /** Reads documents of YAML; a key that stands twice is refused. */
    public static Manifests read(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(1_000);
        var documents = new Yaml(new SafeConstructor(options)).loadAll(yaml);
        return new Manifests(StreamSupport.stream(documents.spliterator(), false)
                .filter(document -> document != null)
                .map(document -> new Resource(Node.of(document)))
                .toList());
    }

    public Stream<Resource> of(String kind) {
        return all.stream().filter(resource -> resource.is(kind));
    }

    public Optional<Resource> find(String kind, String name) {
        return of(kind).filter(resource -> resource.name().equals(name)).findFirst();
    }

    public Stream<Resource> workloads() {
        return all.stream().filter(Resource::isWorkload);
    }

    /** The one whose name begins so: generated names end with a hash. */
    public Resource configMap(String name) {
        return of("ConfigMap")
                .filter(map -> map.name().equals(name) || map.name().matches(name + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no ConfigMap " + name));
    }
}
