package club.panamia.mentoring.booking;

import club.panamia.mentoring.availability.OneOf;
import club.panamia.mentoring.document.WholeNumber;
import club.panamia.mentoring.slot.Stretch;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One slot of a mentor. */
@Schema(description = "One slot of a mentor")
record SlotChoice(
        @Schema(required = true, description = "The mentor's screenname") @NotNull @Size(min = 1, max = 24)
        String mentor,

        @Schema(required = true, description = "The start, with any offset") @NotNull
        OffsetDateTime startsAt,

        @Schema(required = true, description = "Minutes: 15, 30, 60, 90 or 120")
        @NotNull
        @OneOf({15, 30, 60, 90, 120})
        @JsonDeserialize(using = WholeNumber.class)
        Integer duration) {

    Stretch stretch() {
        return Stretch.of(startsAt.toInstant(), duration);
    }
}
