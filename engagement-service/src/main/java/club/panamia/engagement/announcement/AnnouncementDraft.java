package club.panamia.engagement.announcement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be announced. */
@Schema(description = "What is to be announced")
record AnnouncementDraft(
        @NotBlank @Size(max = 500) @Schema(required = true, description = "In English")
        String text,

        @NotBlank @Size(max = 500) @Schema(required = true, description = "In Spanish")
        String textInSpanish,

        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "^/([^/].*)?$")
        @Schema(description = "Where it leads: a path", examples = "/e/fair")
        String url,

        @Nullable @Valid Audience audience,

        @Nullable @Schema(description = "When; without it, at once")
        Instant dueAt) {

    Audience reached() {
        return audience == null ? Audience.EVERYBODY : audience;
    }
}
