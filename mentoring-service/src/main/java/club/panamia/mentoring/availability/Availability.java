package club.panamia.mentoring.availability;

import club.panamia.mentoring.document.ZoneName;
import club.panamia.mentoring.state.SessionType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * {@code profiles.availability}: the hours in which a mentor can be booked, on the clock of their time zone, and the limits.
 * What is not said has the value that suits most. Whoever has said no time zone cannot be booked.
 */
@Schema(description = "When I can be booked. What is left out has its default")
public record Availability(
        @Nullable @ZoneName @Schema(examples = "America/New_York")
        String timezone,

        @Schema(required = true) @Size(max = 70) List<@NotNull @Valid Block> schedule,

        @Schema(required = true, description = "At most 366, one a date") @Size(max = 366)
        List<@NotNull @Valid DateOverride> overrides,

        @Schema(required = true, description = "Free minutes before a session; 0 unless said") @Min(0) @Max(120)
        Integer bufferBefore,

        @Schema(required = true, description = "Free minutes after a session; 0 unless said") @Min(0) @Max(120)
        Integer bufferAfter,

        @Schema(required = true, description = "How long ahead at least; 1440 unless said") @Min(0) @Max(43_200)
        Integer minNoticeMinutes,

        @Schema(required = true, description = "How many days ahead at most; 60 unless said") @Min(1) @Max(365)
        Integer horizonDays,

        @Schema(required = true, description = "15, 30 or 60; 30 unless said") @OneOf({15, 30, 60})
        Integer slotStepMinutes,

        @Schema(
                required = true,
                description = "Which lengths I offer, of 15, 30, 60, 90 and 120; 30 and 60 unless said")
        @Size(min = 1, max = 5)
        List<@NotNull @OneOf({15, 30, 60, 90, 120}) Integer> durations,

        @Nullable @Schema(description = "Sessions on one day of mine; no limit unless said") @Min(1) @Max(50)
        Integer maxPerDay,

        @Nullable
        @Schema(description = "Sessions from a Monday to a Sunday of mine; no limit unless said")
        @Min(1)
        @Max(200)
        Integer maxPerWeek,

        @Schema(required = true, description = "How many requests one person may have open with me; 3 unless said")
        @Min(1)
        @Max(10)
        Integer maxOpenPerMentee,

        @Schema(required = true, description = "Which sessions I offer; all unless said") @Size(min = 1, max = 4)
        List<@NotNull SessionType> sessionTypes,

        @Schema(required = true, description = "Whether a request needs no answer of mine")
        boolean autoAccept) {

    private static final int A_DAY = 24 * 60;
    private static final int TWO_MONTHS = 60;
    private static final int HALF_AN_HOUR = 30;
    private static final int OPEN_REQUESTS = 3;

    public Availability {
        schedule = Block.merged(schedule);
        overrides = overrides == null ? List.of() : overrides;
        bufferBefore = Objects.requireNonNullElse(bufferBefore, 0);
        bufferAfter = Objects.requireNonNullElse(bufferAfter, 0);
        minNoticeMinutes = Objects.requireNonNullElse(minNoticeMinutes, A_DAY);
        horizonDays = Objects.requireNonNullElse(horizonDays, TWO_MONTHS);
        slotStepMinutes = Objects.requireNonNullElse(slotStepMinutes, HALF_AN_HOUR);
        durations = distinct(durations, List.of(HALF_AN_HOUR, 2 * HALF_AN_HOUR));
        maxOpenPerMentee = Objects.requireNonNullElse(maxOpenPerMentee, OPEN_REQUESTS);
        sessionTypes = distinct(sessionTypes, List.of(SessionType.values()));
    }

    /** What the clock on the mentor's wall says while they can be booked on this date. Of two overrides the first counts. */
    public List<Hours> on(LocalDate date) {
        return overrides.stream()
                .filter(override -> override.date().equals(date))
                .findFirst()
                .map(DateOverride::hours)
                .orElseGet(() -> Block.on(Weekday.of(date.getDayOfWeek()), schedule));
    }

    /** What the schedule has room for, without overrides. */
    public int minutesAWeek() {
        return Arrays.stream(Weekday.values())
                .flatMap(day -> Block.on(day, schedule).stream())
                .mapToInt(hours -> hours.endMinute() - hours.startMinute())
                .sum();
    }

    private static <T> List<T> distinct(@Nullable List<T> said, List<T> otherwise) {
        return said == null ? otherwise : said.stream().distinct().toList();
    }
}
