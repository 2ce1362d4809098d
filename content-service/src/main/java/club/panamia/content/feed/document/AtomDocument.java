package club.panamia.content.feed.document;

import club.panamia.kernel.xml.Xml;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;

/** Atom (RFC 4287), with whole contents, every author and the licence (RFC 4946). */
public final class AtomDocument {

    private AtomDocument() {}

    public static String of(Feed feed) {
        return Xml.document(xml -> write(feed, xml));
    }

    private static void write(Feed feed, Xml xml) throws XMLStreamException {
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom")
                .leaf("id", feed.self().toString())
                .leaf("title", feed.title())
                .leaf("updated", feed.updated().truncatedTo(ChronoUnit.MILLIS).toString())
                .empty("link", "rel", "self", "href", feed.self().toString(), "type", "application/atom+xml")
                .empty("link", "rel", "alternate", "href", feed.site().articles(), "type", "text/html");
        for (var item : feed.items()) {
            write(feed, item, xml);
        }
        xml.close();
    }

    private static void write(Feed feed, FeedItem item, Xml xml) throws XMLStreamException {
        xml.open("entry", "xml:lang", item.language())
                .leaf("id", feed.idOf(item))
                .leaf("title", item.title())
                .leaf(
                        "published",
                        item.published().truncatedTo(ChronoUnit.MILLIS).toString())
                .leaf("updated", item.updated().truncatedTo(ChronoUnit.MILLIS).toString())
                .empty("link", "rel", "alternate", "href", feed.linkOf(item), "type", "text/html")
                .empty("link", "rel", "license", "href", Licenses.address(item.license()));
        for (var author : item.authors()) {
            xml.open("author").leaf("name", author).close();
        }
        for (var tag : item.tags()) {
            xml.empty("category", "term", tag);
        }
        if (item.excerpt() != null) {
            xml.leaf("summary", item.excerpt());
        }
        xml.leaf("content", item.html(), "type", "html").close();
    }
}
