package club.panamia.k8s.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Some place in a YAML tree; also one that is not there, which is empty in every respect. */
public record Node(Optional<Object> value) {

    public static Node of(Object value) {
        return new Node(Optional.ofNullable(value));
    }

    /** One step down by key: {@code at("spec", "template")}. */
    public Node at(String... path) {
        var node = this;
        for (var key : path) {
            node = of(node.map().get(key));
        }
        return node;
    }

    public boolean present() {
        return value.isPresent();
    }

    /** The text of a scalar; empty where there is none. */
    public String text() {
        return value.map(String::valueOf).orElse("");
    }

    public int number(int otherwise) {
        return value.filter(Integer.class::isInstance).map(Integer.class::cast).orElse(otherwise);
    }

    public Map<?, ?> map() {
        return value.orElse(null) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The items of a list. */
    public List<Node> items() {
        return value.orElse(null) instanceof List<?> list
                ? list.stream().map(Node::of).toList()
                : List.of();
    }

    public Stream<Node> each(String... path) {
        return at(path).items().stream();
    }

    /** Whether every entry of this mapping stands in the other, as a label selector wants it. */
    public boolean isWithin(Node other) {
        return other.map().entrySet().containsAll(map().entrySet());
    }
}
