package club.panamia.content.feed.document;

import club.panamia.kernel.xml.Xml;
import javax.xml.stream.XMLStreamException;

/** RSS 2.0, with whole contents (content:encoded), names (dc:creator, for author is an address) and its own place (atom:link). */
public final class RssDocument {

    private RssDocument() {}

    public static String of(Feed feed) {
        return Xml.document(xml -> write(feed, xml));
    }

    private static void write(Feed feed, Xml xml) throws XMLStreamException {
        xml.open(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:media",
                "http://search.yahoo.com/mrss/");
        xml.open("channel")
                .leaf("title", feed.title())
                .leaf("link", feed.site().articles())
                .leaf("description", feed.title())
                .leaf("lastBuildDate", HttpDate.of(feed.updated()))
                .empty("atom:link", "href", feed.self().toString(), "rel", "self", "type", "application/rss+xml");
        for (var item : feed.items()) {
            write(feed, item, xml);
        }
        xml.close().close();
    }

    private static void write(Feed feed, FeedItem item, Xml xml) throws XMLStreamException {
        xml.open("item")
                .leaf("title", item.title())
                .leaf("link", feed.linkOf(item))
                .leaf("guid", feed.idOf(item), "isPermaLink", "false")
                .leaf("pubDate", HttpDate.of(item.published()))
                .leaf("dc:language", item.language())
                .leaf("description", item.excerpt() == null ? "" : item.excerpt())
                .leaf("content:encoded", item.html());
        for (var author : item.authors()) {
            xml.leaf("dc:creator", author);
        }
        for (var tag : item.tags()) {
            xml.leaf("category", tag);
        }
        if (item.image() != null) {
            xml.empty("media:content", "url", item.image(), "medium", "image");
        }
        xml.close();
    }
}
