package club.panamia.k8s.render;

import java.util.List;
import java.util.stream.Stream;

/** One object for the cluster. */
public record Resource(Node root) {

    public String apiVersion() {
        return root.at("apiVersion").text();
    }

    public String kind() {
        return root.at("kind").text();
    }

    public String name() {
        return root.at("metadata", "name").text();
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    public Node spec() {
        return root.at("spec");
    }

    public Node labels() {
        return root.at("metadata", "labels");
    }

    /** Whether pods are made from it. */
    public boolean isWorkload() {
        return List.of("Deployment", "StatefulSet", "DaemonSet", "Job").contains(kind());
    }

    public Node podLabels() {
        return spec().at("template", "metadata", "labels");
    }

    public Node pod() {
        return spec().at("template", "spec");
    }

    /** Those that run one after the other before the others, sidecars among them. */
    public List<Node> initContainers() {
        return pod().at("initContainers").items();
    }

    public List<Node> containers() {
        return pod().at("containers").items();
    }

    public List<Node> allContainers() {
        return Stream.concat(initContainers().stream(), containers().stream()).toList();
    }

    /** {@code Deployment/auth-service} */
    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
