package club.panamia.content.preview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For how long a link shall lead to a draft. */
@Schema(description = "For how long a link shall lead to my draft")
record PreviewWish(
        @Nullable @Min(1) @Max(30) @Schema(description = "Seven unless given")
        Integer days) {

    private static final int USUAL = 7;

    Instant end(Instant now) {
        return now.plus(Duration.ofDays(days == null ? USUAL : days));
    }
}
