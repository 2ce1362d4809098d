package club.panamia.engagement.list;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What its owner says of a list. */
@Schema(description = "What I say of a list of mine")
record ListDraft(
        @NotNull
        @Size(max = 100)
        @jakarta.validation.constraints.Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(required = true)
        String name,

        @Nullable @Size(max = 500) String description,

        @NotNull
        @Schema(
                required = true,
                description = "private: me; unlisted: whoever has the link; followers: whoever follows me")
        Visibility visibility) {

    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    ListDraft {
        name = name == null ? name : name.strip();
    }

    /** The name in small Latin letters, digits and hyphens; null where none is left. */
    @Nullable
    String slug() {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var joined = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        var slug = ENDS.matcher(joined.substring(0, Math.min(joined.length(), LONGEST)))
                .replaceAll("");
        return slug.isEmpty() ? null : slug;
    }
}
