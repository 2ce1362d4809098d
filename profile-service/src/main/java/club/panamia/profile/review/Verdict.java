package club.panamia.profile.review;

import club.panamia.profile.section.PlainText;
import club.panamia.profile.section.Typed;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a profile cannot be shown yet; its owner reads it. */
record Verdict(
        @Schema(required = true) @Size(min = 1, max = 1000) @PlainText(multiline = true)
        String reason) {

    Verdict {
        reason = Typed.required(reason);
    }
}
