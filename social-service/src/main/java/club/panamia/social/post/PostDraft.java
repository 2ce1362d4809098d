package club.panamia.social.post;

import club.panamia.social.audience.Visibility;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody is about to say, and to whom. */
@Schema(description = "What I want to say")
record PostDraft(
        @NotBlank @Size(max = LONGEST) @Schema(required = true, description = "Markdown; @names and #tags become links")
        String content,

        @Nullable @Schema(description = "Of an answer: the post's own, unless said otherwise; else it must be said")
        Visibility visibility,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text")
        String contentWarning,

        @Nullable @Pattern(regexp = LANGUAGE, message = "must be a language tag, as en or es-MX")
        String language,

        @Nullable @Size(min = 1, max = 64) @Schema(description = "The id of the post that it answers")
        String inReplyTo,

        @Nullable
        @Size(min = 1, max = MOST_RECIPIENTS)
        @Schema(
                description =
                        "Of a direct post: the ids of 1 to 8 actors; an answer to one goes to all who have it, if none"
                                + " are named")
        List<@NotBlank @Size(max = 64) String> recipientActorIds) {

    static final int LONGEST = 5000;
    static final int MOST_RECIPIENTS = 8;
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    PostDraft {
        recipientActorIds = recipientActorIds == null ? null : List.copyOf(recipientActorIds);
    }
}
