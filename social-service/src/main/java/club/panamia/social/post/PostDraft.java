package club.panamia.social.post;

import club.panamia.social.audience.Visibility;
import club.panamia.social.poll.PollDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody is about to say, and to whom. */
@Schema(description = "What I want to say")
public record PostDraft(
        @Size(max = LONGEST)
        @Schema(description = "Markdown; @names and #tags become links. It may be missing where there are attachments")
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
        List<@NotBlank @Size(max = 64) String> recipientActorIds,

        @Size(max = MOST_ATTACHMENTS) @Schema(description = "At most 4, each an upload of mine that no post shows yet")
        List<@NotNull @Valid AttachmentDraft> attachments,

        @Nullable @Valid LocationDraft location,
        @Nullable @Valid PollDraft poll) {

    static final int LONGEST = 5000;
    static final int MOST_RECIPIENTS = 8;
    static final int MOST_ATTACHMENTS = 4;
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    /** What is missing is empty. */
    public PostDraft {
        content = content == null ? "" : content;
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        recipientActorIds = recipientActorIds == null ? null : List.copyOf(recipientActorIds);
    }

    /** The same, of which nobody learns a place that is to be told in general only. */
    public PostDraft withoutExactPlace() {
        return location == null
                ? this
                : new PostDraft(
                        content,
                        visibility,
                        contentWarning,
                        language,
                        inReplyTo,
                        recipientActorIds,
                        attachments,
                        LocationDraft.of(location.place()),
                        poll);
    }

    /** The uploads that it names. */
    public List<String> uploads() {
        return attachments.stream().map(AttachmentDraft::id).toList();
    }
}
