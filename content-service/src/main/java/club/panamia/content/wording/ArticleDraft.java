package club.panamia.content.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to write. Tags are taken in lower case, each once. */
@Schema(description = "An article as its author begins it")
public record ArticleDraft(
        @NotBlank @Size(max = 200) String title,
        @NotNull ArticleType articleType,

        @Size(max = 200_000) @Schema(description = "Markdown; may be empty for now")
        String content,

        @Nullable @Size(max = 500) @Schema(description = "Made of the content unless given")
        String excerpt,

        @Size(max = 5) @Schema(description = "Without blank ones and doubles, in lower case")
        List<@Size(max = 30) String> tags,

        @Nullable
        @Size(max = 2048)
        @Pattern(regexp = COVER, message = "must be an https address, or that of an upload of yours")
        String coverImage,

        @Nullable @Size(max = 1500) @Schema(description = "What the cover shows, for those who cannot see it")
        String coverImageAlt,

        @Nullable License ccLicense,

        @Nullable @Pattern(regexp = LANGUAGE, message = "must be a language tag, such as es or en-US")
        String language,

        @Nullable @Size(max = 100) @Schema(description = "The id of a published article that this one answers")
        String inReplyTo) {

    private static final String HTTPS = "https://[\\p{L}\\p{N}.-]+(:[0-9]{1,5})?([/?#][^\\s\\p{Cc}]*)?";

    private static final String COVER = HTTPS + "|" + Cover.ADDRESS;

    /** BCP 47, as far as the database takes it. */
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}";

    public ArticleDraft {
        title = title == null ? "" : title.strip();
        content = content == null ? "" : content;
        excerpt = textOrNothing(excerpt);
        tags = tags == null ? List.of() : normalised(tags);
        coverImage = textOrNothing(coverImage);
        coverImageAlt = textOrNothing(coverImageAlt);
        inReplyTo = textOrNothing(inReplyTo);
    }

    private static @Nullable String textOrNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> normalised(List<@Nullable String> tags) {
        return tags.stream()
                .filter(Objects::nonNull)
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
