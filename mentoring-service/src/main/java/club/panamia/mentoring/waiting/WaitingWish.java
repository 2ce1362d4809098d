package club.panamia.mentoring.waiting;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.mentoring.availability.OneOf;
import club.panamia.mentoring.document.WholeNumber;
import club.panamia.mentoring.document.ZoneName;
import club.panamia.mentoring.slot.Stretch;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody waits for. */
@Schema(description = "What I wait for")
record WaitingWish(
        @Schema(required = true, description = "Minutes: 15, 30, 60, 90 or 120")
        @NotNull
        @OneOf({15, 30, 60, 90, 120})
        @JsonDeserialize(using = WholeNumber.class)
        Integer duration,

        @Schema(required = true, description = "The first time at which I could begin, with any offset") @NotNull
        OffsetDateTime from,

        @Schema(required = true, description = "Before when I could begin: at most 31 days later") @NotNull
        OffsetDateTime until,

        @Nullable
        @ZoneName
        @Schema(description = "My time zone, for the mail with the offer; UTC without it", examples = "Europe/Madrid")
        String timezone) {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** What is left of it. */
    Stretch range(Instant now) {
        var first = from.toInstant().isBefore(now) ? now : from.toInstant();
        var last = until.toInstant();
        if (!first.isBefore(last) || last.isAfter(first.plus(LONGEST)) || last.isAfter(now.plus(FARTHEST))) {
            throw INVALID.because("Wait for a time ahead, of 31 days at most.")
                    .at("/until", "must be after 'from' and now, at most 31 days later, and within a year");
        }
        return new Stretch(first, last);
    }
}
