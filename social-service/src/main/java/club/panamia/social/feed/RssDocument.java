package club.panamia.social.feed;

import club.panamia.kernel.xml.Xml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** RSS 2.0 with files (Media RSS), names (dc:creator, for author is an address) and its own place (atom:link). */
final class RssDocument {

    static final String TYPE = "application/rss+xml";

    private RssDocument() {}

    static String of(Feed feed) {
        return Xml.document(xml -> write(feed, xml));
    }

    private static void write(Feed feed, Xml xml) throws XMLStreamException {
        xml.open(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:media",
                "http://search.yahoo.com/mrss/");
        xml.open("channel")
                .leaf("title", feed.title())
                .leaf("link", feed.page())
                .leaf("description", "Public posts of " + feed.handle())
                .empty("atom:link", "href", feed.self(), "rel", "self", "type", TYPE);
        if (feed.updated().isPresent()) {
            xml.leaf("lastBuildDate", date(feed.updated().get()));
        }
        picture(feed, xml);
        for (var item : feed.items()) {
            write(feed, item, xml);
        }
        xml.close().close();
    }

    private static void picture(Feed feed, Xml xml) throws XMLStreamException {
        if (feed.picture() != null) {
            xml.open("image")
                    .leaf("url", feed.picture())
                    .leaf("title", feed.title())
                    .leaf("link", feed.page())
                    .close();
        }
    }

    /** Without a title, which a post has not; then RSS wants a description. */
    private static void write(Feed feed, Item item, Xml xml) throws XMLStreamException {
        xml.open("item")
                .leaf("link", item.page())
                .leaf("guid", item.uri(), "isPermaLink", "false")
                .leaf("pubDate", date(item.published()))
                .leaf("dc:creator", feed.name())
                .leaf("description", item.html());
        for (var tag : item.tags()) {
            xml.leaf("category", tag);
        }
        if (item.enclosure().isPresent()) {
            var file = item.enclosure().get();
            xml.empty("enclosure", "url", file.url(), "length", text(file.bytes()), "type", file.mediaType());
        }
        for (var file : item.files()) {
            write(file, xml);
        }
        xml.close();
    }

    private static void write(Item.File file, Xml xml) throws XMLStreamException {
        xml.open(
                "media:content",
                "url",
                file.url(),
                "type",
                file.mediaType(),
                "medium",
                file.kind(),
                "fileSize",
                text(file.bytes()),
                "width",
                text(file.width()),
                "height",
                text(file.height()),
                "duration",
                text(file.seconds()));
        if (file.description() != null) {
            xml.leaf("media:description", file.description(), "type", "plain");
        }
        xml.close();
    }

    /** {@code Mon, 4 May 2026 10:00:00 GMT}. */
    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : Objects.toString(number);
    }
}
