package club.panamia.k8s.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A folder below {@code k8s/} that kubectl renders. */
public record Overlay(String name) {

    public static final Path K8S = Path.of(System.getProperty("pana.root"), "k8s");

    public static final Overlay PRODUCTION = new Overlay("overlays/production/apps");
    public static final List<Overlay> APPS =
            List.of(new Overlay("overlays/local/apps"), new Overlay("overlays/staging/apps"), PRODUCTION);
    public static final List<Overlay> MIGRATE = List.of(
            new Overlay("overlays/local/migrate"),
            new Overlay("overlays/staging/migrate"),
            new Overlay("overlays/production/migrate"));

    private static final Map<Overlay, String> RENDERED = new ConcurrentHashMap<>();

    public Manifests manifests() {
        return Manifests.read(yaml());
    }

    public String yaml() {
        return RENDERED.computeIfAbsent(this, overlay -> Kubectl.installed().kustomize(K8S.resolve(overlay.name())));
    }

    /** Whether it is for a cluster on one's own machine, with what everybody knows. */
    public boolean isLocal() {
        return name.contains("local");
    }

    @Override
    public String toString() {
        return name;
    }
}
