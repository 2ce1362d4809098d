package club.panamia.content.feed.document;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a feed says.
 *
 * @param self its own address
 * @param updated when the last of its items changed
 */
public record Feed(String title, Site site, URI self, Instant updated, List<FeedItem> items) {

    /** Without items yet. */
    public Feed(String title, Site site, URI self, Instant updated) {
        this("Pana MIA " + title, site, self, updated, List.of());
    }

    public Feed holding(List<FeedItem> newest) {
        return new Feed(title, site, self, updated, newest);
    }

    /** The tag URI (RFC 4151) of an article, which outlives every change of its address. */
    String idOf(FeedItem item) {
        return site.tag(item.id());
    }

    String linkOf(FeedItem item) {
        return site.article(item.slug());
    }
}
