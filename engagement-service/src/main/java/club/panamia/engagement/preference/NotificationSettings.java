package club.panamia.engagement.preference;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants mail, and what others may do.
 *
 * @param digestDay as in ISO 8601: Monday is 1
 */
@Schema(description = "When I want mail, and what others may do")
public record NotificationSettings(
        @NotNull
        @Pattern(regexp = "^(off|immediate|hourly|daily|weekly)$")
        @Schema(
                required = true,
                enumeration = {"off", "immediate", "hourly", "daily", "weekly"})
        String digest,

        @NotNull @Min(0) @Max(23) @Schema(required = true, description = "At which hour of my day, if daily or weekly")
        Integer digestHour,

        @NotNull @Min(1) @Max(7) @Schema(required = true, description = "On which day, if weekly; 1 is Monday")
        Integer digestDay,

        @NotNull @Size(max = 64) @Schema(required = true, description = "A time zone of the IANA database")
        String zone,

        @Nullable
        @JsonFormat(pattern = "HH:mm")
        @Schema(implementation = String.class, description = "No mail from here on, in my zone", examples = "22:00")
        LocalTime quietFrom,

        @Nullable
        @JsonFormat(pattern = "HH:mm")
        @Schema(implementation = String.class, description = "until here", examples = "07:00")
        LocalTime quietUntil,

        @Nullable @Schema(description = "No mail until then")
        Instant pausedUntil,

        @NotNull
        @Pattern(regexp = "^(everybody|members|nobody)$")
        @Schema(
                required = true,
                description = "Who may see who follows me",
                enumeration = {"everybody", "members", "nobody"})
        String followers,

        @NotNull @Schema(required = true, description = "Whether others may put me on their lists")
        Boolean listable) {

    /** What holds for whoever has said nothing. */
    public static final NotificationSettings DEFAULT =
            new NotificationSettings("immediate", 8, 1, "America/New_York", null, null, null, "everybody", true);

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Of a row of {@code internal.notification_setting}; the default's without one. */
    public static NotificationSettings of(Row row) {
        if (row.getString("digest") == null) {
            return DEFAULT;
        }
        OffsetDateTime paused = row.getOffsetDateTime("paused_until");
        return new NotificationSettings(
                row.getString("digest"),
                row.getInteger("digest_hour"),
                row.getInteger("digest_day"),
                row.getString("zone"),
                row.getLocalTime("quiet_from"),
                row.getLocalTime("quiet_until"),
                paused == null ? null : paused.toInstant(),
                row.getString("followers"),
                row.getBoolean("listable"));
    }

    /** Refuses what is well-formed but means nothing. */
    NotificationSettings checked() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw invalid("/zone", "must be a time zone such as America/New_York");
        }
        if ((quietFrom == null) != (quietUntil == null)) {
            throw invalid("/quietUntil", "must be given together with quietFrom");
        }
        if (quietFrom != null && quietFrom.equals(quietUntil)) {
            throw invalid("/quietUntil", "must differ from quietFrom");
        }
        if (pausedUntil != null && (pausedUntil.isBefore(Instant.EPOCH) || pausedUntil.isAfter(LATEST))) {
            throw invalid("/pausedUntil", "must be before the year 2100");
        }
        return this;
    }

    private static Problem invalid(String path, String rule) {
        return CommonProblem.INVALID.because("The settings do not go together.").at(path, rule);
    }
}
