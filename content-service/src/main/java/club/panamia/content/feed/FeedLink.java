package club.panamia.content.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as a page names it in its head: {@code <link rel="alternate">}. */
@Schema(description = "A feed, as a page names it in its head")
record FeedLink(
        @Schema(required = true) String title,
        @Schema(required = true) String type,
        @Schema(required = true) String href) {}
