package club.panamia.social.draft;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a post is to be said, as its author reads it on their clock. */
@Schema(name = "PostingTime", description = "When a post is to be said, by my clock")
record ChosenTime(
        @Schema(required = true, examples = "2026-12-31T18:00:00") @NotNull
        LocalDateTime at,

        @Schema(required = true, description = "An IANA time zone", examples = "America/New_York")
        @NotNull
        @Size(max = 64)
        String zone) {

    private static final Duration FARTHEST = Duration.ofDays(366);

    /** A time that a clock skips in spring is that much later; of one that it shows twice in autumn, the first is meant. */
    Instant moment(Instant now) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw INVALID.because("The time zone is not known.").at("/zone", "must be an IANA time zone");
        }
        var moment = at.atZone(ZoneId.of(zone)).toInstant();
        if (!moment.isAfter(now) || moment.isAfter(now.plus(FARTHEST))) {
            throw INVALID.because("The time is over, or too far away.").at("/at", "must be within the year to come");
        }
        return moment;
    }
}
