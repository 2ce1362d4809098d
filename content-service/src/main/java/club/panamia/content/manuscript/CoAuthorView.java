package club.panamia.content.manuscript;

import club.panamia.content.article.CoAuthor;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked to stand beside the author. */
@Schema(description = "Somebody who was asked to stand beside the author")
record CoAuthorView(
        @Nullable @Schema(description = "Absent where they have left")
        String userId,

        @Nullable String screenname,
        @Schema(required = true) CoAuthor.Answer status,
        @Nullable Instant invitedAt,
        @Nullable Instant acceptedAt,

        @Nullable @Schema(description = "For the author and the invited person")
        String invitationMessage) {

    /** What the author wrote to somebody is between these two. */
    static CoAuthorView of(CoAuthor entry, Names names, boolean isAuthor, String reader) {
        return new CoAuthorView(
                entry.userId(),
                names.of(entry.userId()),
                entry.status(),
                entry.invitedAt(),
                entry.acceptedAt(),
                isAuthor || Objects.equals(entry.userId(), reader) ? entry.invitationMessage() : null);
    }
}
