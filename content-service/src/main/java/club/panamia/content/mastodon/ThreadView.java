package club.panamia.content.mastodon;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said under the linked post. */
@Schema(name = "MastodonThread", description = "The replies to the linked post, as its server told them last")
record ThreadView(
        @Nullable @Schema(description = "Absent where no post is linked")
        String postUrl,

        @Schema(required = true) boolean hasComments,

        @Schema(required = true, description = "At most 500, in the order of the server")
        List<MastodonComment> comments,

        @Nullable @Schema(description = "When the server told them; absent where it has not yet")
        Instant readAt,

        @Schema(required = true, description = "Whether the server has said nothing since, though it was asked")
        boolean stale) {

    static final ThreadView NONE = new ThreadView(null, false, List.of(), null, false);

    static ThreadView of(String postUrl, List<MastodonComment> comments, @Nullable Instant readAt, boolean stale) {
        return new ThreadView(postUrl, !comments.isEmpty(), comments, readAt, stale);
    }
}
