package club.panamia.social.emoji;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture as readers see it in place of {@code :shortcode:}. */
@Schema(name = "Emoji", description = "A picture in place of :shortcode:")
public record Emoji(
        @Schema(required = true, description = "Without the colons")
        String shortcode,

        @Schema(required = true) String url) {

    /** Those that a post's tags tell of, by {@code type}, {@code name} and {@code href}. */
    public static List<Emoji> ofTags(List<JsonObject> tags) {
        return tags.stream()
                .filter(tag -> "Emoji".equals(tag.getString("type")))
                .map(tag -> new Emoji(tag.getString("name").replace(":", ""), tag.getString("href")))
                .toList();
    }

    /** Those that are kept of somebody's name. */
    public static List<Emoji> of(JsonArray kept) {
        return kept.stream()
                .map(JsonObject.class::cast)
                .map(one -> new Emoji(one.getString("shortcode"), one.getString("url")))
                .toList();
    }
}
