package club.panamia.docs.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM, as far as licences and dependencies go. */
final class Pom {

    private final Element project;

    private Pom(Element project) {
        this.project = project;
    }

    static Pom read(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    /** What the POM offers, or else its parent's; empty where nobody says. */
    static List<String> licenses(Part part) {
        if (Files.notExists(part.pom())) {
            return List.of();
        }
        var pom = read(part.pom());
        var own = pom.licenses();
        return own.isEmpty() ? pom.parent().map(Pom::licenses).orElse(List.of()) : own;
    }

    /** Every {@code group:artifact} that the POM asks for: dependencies, plugins and their helpers. */
    List<String> asksFor() {
        var found = new ArrayList<String>();
        for (var tag : List.of("dependency", "plugin", "path", "annotationProcessorPath")) {
            var elements = project.getElementsByTagName(tag);
            IntStream.range(0, elements.getLength())
                    .mapToObj(elements::item)
                    .map(Element.class::cast)
                    .filter(element -> child(element, "artifactId").isPresent())
                    .forEach(element -> found.add("%s:%s"
                            .formatted(
                                    child(element, "groupId").orElse("org.apache.maven.plugins"),
                                    child(element, "artifactId").orElseThrow())));
        }
        return found;
    }

    private List<String> licenses() {
        return element(project, "licenses").map(Pom::children).orElse(List.of()).stream()
                .flatMap(license -> child(license, "name").stream())
                .toList();
    }

    private Optional<Part> parent() {
        return element(project, "parent")
                .map(parent -> new Part(
                        child(parent, "groupId").orElseThrow(),
                        child(parent, "artifactId").orElseThrow(),
                        child(parent, "version").orElseThrow()));
    }

    private static Optional<String> child(Element parent, String name) {
        return element(parent, name).map(Node::getTextContent).map(String::strip);
    }

    private static Optional<Element> element(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
