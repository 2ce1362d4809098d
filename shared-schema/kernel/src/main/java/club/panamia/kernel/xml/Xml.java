package club.panamia.kernel.xml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML 1.0. Characters that it cannot hold, not even escaped, are left out. */
public final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
    }

    /** What is written between the beginning and the end of a document. */
    public interface Part {
        void to(Xml xml) throws XMLStreamException;
    }

    public static String document(Part content) {
        try {
            var xml = new Xml();
            content.to(xml);
            xml.writer.writeEndDocument();
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory can be written", e);
        }
    }

    /** Begins an element; attributes come in pairs of a name and a value, and are left out where that is null. */
    public Xml open(String name, @Nullable String... attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        attributes(attributes);
        return this;
    }

    public Xml close() throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    public Xml leaf(String name, String content, @Nullable String... attributes) throws XMLStreamException {
        open(name, attributes);
        writer.writeCharacters(allowed(content));
        return close();
    }

    public Xml empty(String name, @Nullable String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        attributes(attributes);
        return this;
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (var i = 0; i + 1 < attributes.length; i += 2) {
            var name = attributes[i];
            var value = attributes[i + 1];
            if (name != null && value != null) {
                writer.writeAttribute(name, allowed(value));
            }
        }
    }

    /** Hardly any text holds what it must not: looking is a tenth of the work of writing it anew. */
    private static String allowed(String content) {
        return content.codePoints().allMatch(Xml::isAllowed)
                ? content
                : content.codePoints()
                        .filter(Xml::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** XML 1.0, section 2.2. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
