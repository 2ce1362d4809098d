package club.panamia.social.rule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a moderator decides on a server. */
@Schema(name = "ServerRule", description = "What is decided on a server and what lies below its name")
record ServerRuleDraft(
        @NotNull @Schema(required = true) Severity severity,

        @Nullable @Schema(description = "Whether its pictures are not shown; no is what is meant when it is absent")
        Boolean rejectMedia,

        @Nullable @Size(max = 1000) @Schema(description = "Why")
        String reason) {

    ServerRuleDraft {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    boolean rejectsMedia() {
        return severity == Severity.SUSPEND || Boolean.TRUE.equals(rejectMedia);
    }
}
