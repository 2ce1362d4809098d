package club.panamia.social.post;

import club.panamia.social.poll.PollDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to have said instead; to whom, stays. */
@Schema(description = "What I want to have said instead")
record PostChange(
        @NotNull
        @Size(max = PostDraft.LONGEST)
        @Schema(required = true, description = "Markdown; blank only where the post has shown files and no words")
        String content,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\p{Cc}]*", message = "must be plain text")
        String contentWarning,

        @Nullable @Pattern(regexp = PostDraft.LANGUAGE, message = "must be a language tag, as en or es-MX")
        String language,

        @Nullable
        @Size(max = PostDraft.MOST_ATTACHMENTS)
        @Schema(
                description =
                        "All that the post shows then: what it shows already, and uploads of mine that wait; nothing leaves"
                                + " them, and what is not named goes")
        List<@NotNull @Valid AttachmentDraft> attachments,

        @Nullable
        @Valid
        @Schema(
                description =
                        "Of a post that asks something: other answers, whereupon all votes are void and its time begins anew;"
                                + " nothing leaves them")
        PollDraft poll) {}
