package club.panamia.content.feed.document;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One article in a feed.
 *
 * @param html its content, with whole addresses
 * @param authors the names under it, the author's first
 */
public record FeedItem(
        String id,
        String slug,
        String title,
        @Nullable String excerpt,
        String html,
        List<String> authors,
        List<String> tags,
        String language,
        String license,
        @Nullable String image,
        Instant published,
        Instant updated) {

    private static final String FORMER_MEMBER = "Former Member";

    public static FeedItem of(Row row, String html, URI home) {
        return new FeedItem(
                row.getString("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("excerpt"),
                html,
                authors(row),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("language"),
                row.getString("cc_license"),
                image(row.getString("cover_image"), home),
                row.getOffsetDateTime("published_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** What was uploaded is named by its path. */
    private static @Nullable String image(@Nullable String address, URI home) {
        return address != null && address.startsWith("/") ? home + address : address;
    }

    private static List<String> authors(Row row) {
        var author = row.getString("author");
        var others = row.getJsonArray("co_authors").stream().map(name -> ((JsonObject) name).getString("screenname"));
        return Stream.concat(Stream.of(author == null ? FORMER_MEMBER : author), others)
                .toList();
    }
}
