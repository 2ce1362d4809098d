package club.panamia.social.emoji;

import club.panamia.social.home.Home;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture of this server as those see it who write. */
@Schema(name = "CustomEmoji", description = "A picture of this server in place of :shortcode:")
record EmojiView(
        @Schema(required = true) String shortcode,
        @Schema(required = true) String url,

        @Schema(required = true, description = "It is not to be offered to those who write")
        boolean hidden,

        @Schema(required = true) Instant since) {

    static EmojiView of(OwnEmoji emoji, Home home) {
        return new EmojiView(emoji.shortcode(), emoji.url(home), emoji.hidden(), emoji.since());
    }
}
