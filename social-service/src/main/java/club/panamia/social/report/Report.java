package club.panamia.social.report;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody thinks that an actor or a post does harm. */
@Schema(
        name = "SocialReport",
        description = "Why I think that somebody or something does harm; moderators alone read it")
record Report(
        @NotNull @Schema(required = true) Reason reason,

        @Nullable @Size(max = 1000) @Schema(description = "In my words")
        String note,

        @Nullable
        @Schema(
                description =
                        "Whether the moderators of their server hear of it, too, where that is another one; not from whom")
        Boolean forward) {

    Report {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** What is wrong. */
    @Schema(name = "SocialReportReason")
    public enum Reason {
        SPAM("spam"),
        HARASSMENT("harassment"),
        FALSEHOOD("falsehood"),
        /** It is somebody else's text, picture or name. */
        RIGHTS("rights"),
        OTHER("other");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }
}
