package club.panamia.mentoring.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The address under which a calendar program reads somebody's sessions. */
@Schema(description = "My calendar's address")
record FeedView(
        @Nullable @Schema(description = "Since when there is one; absent where there is none")
        Instant since,

        @Nullable @Schema(description = "Only when it has just been made: whoever has it can read my sessions")
        String url) {}
