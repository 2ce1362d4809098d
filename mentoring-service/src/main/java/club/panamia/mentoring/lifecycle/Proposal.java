package club.panamia.mentoring.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another time for a session; it stays as long as it is. */
@Schema(description = "Another time for a session, which stays as long as it is")
record Proposal(
        @Schema(required = true, description = "The start, with any offset") @NotNull
        OffsetDateTime startsAt) {}
