package club.panamia.k8s.rule;

import club.panamia.k8s.render.Manifests;
import club.panamia.k8s.render.Node;
import club.panamia.k8s.render.Overlay;
import club.panamia.k8s.render.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing done wrong to a sound overlay: {@code value} put at {@code path} of one object (nothing takes it away), and what the
 * judgement must say of it.
 */
record Damage(Node entry) {

    /** A fresh copy of the overlay with this one fault. */
    Manifests done() {
        var manifests = overlay().manifests();
        if (text("whole").isEmpty()) {
            put(target(manifests).root().map(), path());
            return manifests;
        }
        var more = new ArrayList<>(manifests.all());
        more.addAll(Manifests.read(text("whole")).all());
        return new Manifests(more);
    }

    String says() {
        return text("says");
    }

    private Overlay overlay() {
        return text("in").isEmpty() ? Overlay.PRODUCTION : new Overlay("overlays/" + text("in"));
    }

    private Resource target(Manifests manifests) {
        return manifests.all().stream()
                .filter(resource -> resource.toString().matches(text("object") + "(-[a-z0-9]{10})?"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + text("object")));
    }

    @SuppressWarnings("unchecked")
    private void put(Object root, String... path) {
        var at = root;
        for (var i = 0; i < path.length - 1; i++) {
            at = at instanceof List<?> list ? list.get(Integer.parseInt(path[i])) : ((Map<?, ?>) at).get(path[i]);
        }
        var last = path[path.length - 1];
        var value = entry.at("value").value();
        switch (at) {
            case List<?> list when last.equals("-") -> ((List<Object>) list).add(value.orElseThrow());
            case List<?> list -> ((List<Object>) list).set(Integer.parseInt(last), value.orElseThrow());
            case Map<?, ?> map when value.isPresent() -> ((Map<Object, Object>) map).put(last, value.get());
            default -> ((Map<?, ?>) at).remove(last);
        }
    }

    /** A slash within a key is written as ~. */
    private String[] path() {
        return Stream.of(text("path").split("/"))
                .map(key -> key.replace('~', '/'))
                .toArray(String[]::new);
    }

    private String text(String key) {
        return entry.at(key).text();
    }

    @Override
    public String toString() {
        return text("what");
    }
}
