package club.panamia.mentoring.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of the sessions that were to begin on the days that were asked for; mentors and expertise are those of now. */
@Schema(description = "How mentoring went")
record DashboardView(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true) String tz,

        @Schema(required = true, description = "Who offers mentoring now")
        long totalMentors,

        @Schema(required = true, description = "Who held a session")
        long activeMentors,

        @Schema(required = true) Sessions sessions,

        @Schema(required = true, description = "Planned minutes, of all sessions")
        long averageSessionDuration,

        @Schema(required = true, description = "Minutes agreed on or held")
        long bookedMinutes,

        @Schema(required = true, description = "What mentors offer in so many days, by the hours of their weeks")
        long offeredMinutes,

        @Schema(required = true, description = "Percent of these that are booked")
        double utilisation,

        @Schema(required = true, description = "Held sessions a mentor who held one")
        double averagePerMentor,

        @Schema(required = true) long uniqueMentees,
        @Schema(required = true) long returningMentees,

        @Nullable @Schema(description = "From the request to the mentor's answer; absent where there was none")
        Double medianResponseMinutes,

        @Schema(required = true, description = "Percent of the requests that were answered or have expired")
        double acceptanceRate,

        @Schema(required = true) Rates cancellationRate,
        @Schema(required = true) List<TypeFigures> completionByType,

        @Schema(required = true, description = "Five at most")
        List<Expertise> topExpertise,

        @Schema(required = true, description = "Every day, also those without sessions")
        List<Day> sessionsOverTime) {

    /** By how they stand; expired and missed ones are called off in their own way and counted apart. */
    @Schema(description = "How many sessions, by how they stand")
    record Sessions(
            @Schema(required = true) long total,
            @Schema(required = true) long pending,
            @Schema(required = true) long scheduled,
            @Schema(required = true) long inProgress,
            @Schema(required = true) long completed,
            @Schema(required = true) long cancelled,
            @Schema(required = true) long declined,
            @Schema(required = true) long expired,
            @Schema(required = true) long noShow) {}

    /** In percent: of all sessions, and of those that were called off. */
    @Schema(description = "Percent of the sessions that were called off; of these, by whom")
    record Rates(
            @Schema(required = true) double overall,
            @Schema(required = true) double byMentor,
            @Schema(required = true) double byMentee) {}

    /** Of one kind of session. */
    @Schema(description = "Sessions of one kind")
    record TypeFigures(
            @Schema(required = true) String sessionType,
            @Schema(required = true) long sessions,
            @Schema(required = true) long completed) {}

    /** However it is spelled. */
    @Schema(description = "How many mentors offer this")
    record Expertise(
            @Schema(required = true) String expertise,
            @Schema(required = true) long count) {}

    /** One of the days that were asked for. */
    @Schema(description = "How many sessions were to begin on a day")
    record Day(
            @Schema(required = true) LocalDate date,
            @Schema(required = true) long sessions) {}
}
