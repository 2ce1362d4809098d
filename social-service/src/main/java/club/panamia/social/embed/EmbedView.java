package club.panamia.social.embed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A post as a page elsewhere shows it (oEmbed 1.0, sections 2.3.4 and 2.3.4.4). */
@Schema(name = "Embed", description = "A post, as a page elsewhere shows it (oEmbed 1.0)")
record EmbedView(
        @Schema(required = true, description = "rich") String type,
        @Schema(required = true, description = "1.0") String version,

        @Schema(required = true, description = "The first words, or the content warning; plain text")
        String title,

        @Schema(required = true) @JsonProperty("author_name")
        String authorName,

        @Schema(required = true) @JsonProperty("author_url") String authorUrl,

        @Schema(required = true) @JsonProperty("provider_name")
        String providerName,

        @Schema(required = true) @JsonProperty("provider_url")
        String providerUrl,

        @Schema(required = true, description = "In seconds") @JsonProperty("cache_age")
        long cacheAge,

        @Schema(required = true, description = "A quotation, without styles and scripts")
        String html,

        @Schema(required = true, description = "In pixels") int width,

        @Nullable
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(description = "Always null: the page sees how high the text gets")
        Integer height,

        @Nullable @Schema(description = "The first picture, where there is room for it") @JsonProperty("thumbnail_url")
        String thumbnailUrl,

        @Nullable @JsonProperty("thumbnail_width") Integer thumbnailWidth,

        @Nullable @JsonProperty("thumbnail_height") Integer thumbnailHeight) {

    /**
     * @param width in pixels
     * @param cacheAge in seconds
     */
    static EmbedView of(
            Embedded post,
            String providerName,
            String providerUrl,
            int width,
            long cacheAge,
            @Nullable Thumbnail thumbnail) {
        return new EmbedView(
                "rich",
                "1.0",
                EmbedHtml.title(post),
                post.name(),
                post.profile(),
                providerName,
                providerUrl,
                cacheAge,
                EmbedHtml.of(post),
                width,
                null,
                thumbnail == null ? null : thumbnail.url(),
                thumbnail == null ? null : thumbnail.width(),
                thumbnail == null ? null : thumbnail.height());
    }

    /** Tells one state from another, but for how long it may be kept, which changes from second to second. */
    String content() {
        return String.join("\n", title, authorName, authorUrl, providerName, html, width + " " + thumbnailUrl);
    }
}
