package club.panamia.mentoring.booking;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A slot that is kept for somebody while they fill in the form. */
@Schema(description = "A slot that is kept for me")
record HoldView(
        @Schema(required = true) String mentor,
        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, description = "From then on others can have it")
        Instant heldUntil) {}
