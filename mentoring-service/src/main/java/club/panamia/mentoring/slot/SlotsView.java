package club.panamia.mentoring.slot;

import club.panamia.kernel.secret.Sha256;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a mentor can be booked, on both people's clocks. */
@Schema(description = "When a mentor can be booked, on both people's clocks")
record SlotsView(
        @Schema(required = true) String mentor,

        @Nullable
        @Schema(description = "The mentor's time zone; absent while they have not said when they can be booked")
        String mentorTimezone,

        @Schema(required = true) String timezone,

        @Schema(
                required = true,
                description = "Which edition of the IANA time zone database this was reckoned with",
                examples = "2026a")
        String tzdata,

        @Schema(required = true, description = "Minutes") int duration,

        @Schema(required = true, description = "The lengths that the mentor offers")
        List<Integer> durations,

        @Schema(required = true) List<SlotView> slots) {

    private static final String TZDATA =
            ZoneRulesProvider.getVersions("America/New_York").lastEntry().getKey();

    private static final int TAG_LENGTH = 32;

    /** One of them. */
    @Schema(description = "One time at which a session can begin")
    record SlotView(
            @Schema(required = true, implementation = Instant.class)
            String startsAt,

            @Schema(required = true, implementation = Instant.class)
            String endsAt,

            @Schema(
                    required = true,
                    implementation = OffsetDateTime.class,
                    description = "The start on the mentor's clock")
            String mentorTime,

            @Schema(
                    required = true,
                    implementation = OffsetDateTime.class,
                    description = "The start on the clock that was asked for")
            String localTime) {

        static SlotView of(Instant start, int minutes, ZoneId mentorZone, ZoneId zone) {
            return new SlotView(
                    Rfc3339.utc(start),
                    Rfc3339.utc(start.plus(minutes, ChronoUnit.MINUTES)),
                    Rfc3339.on(mentorZone, start),
                    Rfc3339.on(zone, start));
        }
    }

    /** Of what tells two answers apart; the rest follows from it. */
    EntityTag tag() {
        var said = Stream.of(mentor, String.valueOf(mentorTimezone), timezone, tzdata, duration, durations);
        var text = Stream.concat(said.map(String::valueOf), slots.stream().map(SlotView::startsAt))
                .collect(Collectors.joining("\n"));
        return new EntityTag(Sha256.hex(text).substring(0, TAG_LENGTH));
    }

    static SlotsView of(Timetable timetable, SlotQuery query, Stretch range, Instant now) {
        var mentorZone = Objects.requireNonNullElse(timetable.zone(), query.zone());
        var starts = timetable.availability().durations().contains(query.duration)
                ? timetable.free(query.duration, range.from(), range.until(), now)
                : List.<Instant>of();
        return new SlotsView(
                timetable.screenname(),
                timetable.availability().timezone(),
                query.tz,
                TZDATA,
                query.duration,
                timetable.availability().durations(),
                starts.stream()
                        .map(start -> SlotView.of(start, query.duration, mentorZone, query.zone()))
                        .toList());
    }
}
