package club.panamia.mentoring.availability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One date on which the hours of its weekday do not count, but these; none at all is a day off. */
@Schema(description = "What counts on one date instead of the week's hours; no hours is a day off")
public record DateOverride(
        @NotNull @Schema(required = true) LocalDate date,
        @Schema(required = true) @Size(max = 10) List<@NotNull @Valid Hours> hours) {

    public DateOverride {
        hours = Hours.merged(hours);
    }
}
