package club.panamia.content.feed.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1. */
public record JsonDocument(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        List<Item> items) {

    /** One article. */
    public record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @Nullable String summary,
            @Nullable String image,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language) {

        static Item of(Feed feed, FeedItem item) {
            return new Item(
                    feed.idOf(item),
                    feed.linkOf(item),
                    item.title(),
                    item.html(),
                    item.excerpt(),
                    item.image(),
                    item.published().truncatedTo(ChronoUnit.MILLIS),
                    item.updated().truncatedTo(ChronoUnit.MILLIS),
                    item.authors().stream().map(Author::new).toList(),
                    item.tags(),
                    item.language());
        }
    }

    /** Somebody whose name stands under one. */
    public record Author(String name) {}

    public static JsonDocument of(Feed feed) {
        return new JsonDocument(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.site().articles(),
                feed.self().toString(),
                feed.items().stream().map(item -> Item.of(feed, item)).toList());
    }
}
