package club.panamia.mentoring.reading;

import club.panamia.kernel.page.Cursor;
import club.panamia.mentoring.state.Moment;
import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionAction;
import club.panamia.mentoring.state.SessionStatus;
import club.panamia.mentoring.state.SessionType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as one of its two people, or a moderator, sees it. */
@Schema(description = "A session as one of its two people sees it")
record SessionView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Names the session in paths and rooms")
        String sessionId,

        @Schema(
                required = true,
                description = "What the caller is in it",
                enumeration = {"mentor", "mentee", "moderator"})
        Part role,

        @Nullable @Schema(description = "The other person, to a moderator the mentee; absent when they are gone")
        Counterpart counterpart,

        @Schema(required = true) SessionStatus status,
        @Schema(required = true) SessionType sessionType,
        @Schema(required = true) String topic,
        @Schema(required = true) Instant scheduledAt,
        @Schema(required = true) Instant endsAt,
        @Schema(required = true, description = "Minutes") int duration,
        @Nullable String mentorTimezone,
        @Nullable String menteeTimezone,

        @Schema(
                required = true,
                enumeration = {"video", "in_person", "phone"})
        String locationKind,

        @Nullable String locationText,
        @Schema(required = true) int priceCents,
        @Schema(required = true) String currency,

        @Nullable @Schema(description = "Shared by the two; only where a single session is read")
        String notes,

        @Nullable @Schema(description = "A request that nobody answers ends then")
        Instant requestExpiresAt,

        @Nullable @Schema(description = "Another time that one of the two would like better")
        Instant proposedAt,

        @Nullable @Schema(enumeration = {"mentor", "mentee"})
        Part proposedBy,

        @Nullable Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,

        @Nullable
        @Schema(
                description = "Who did not come",
                enumeration = {"mentor", "mentee", "both"})
        String noShowBy,

        @Nullable Instant cancelledAt,

        @Nullable @Schema(enumeration = {"mentor", "mentee", "moderator", "system"})
        String cancelledRole,

        @Nullable String cancelReason,
        @Nullable Instant declinedAt,
        @Nullable String declineReason,
        @Schema(required = true) int version,

        @Schema(required = true, description = "What the caller can do with it now")
        List<SessionAction> allowedActions) {

    static SessionView of(Row row, Instant now) {
        var role = Part.of(row.getString("role"));
        var moment = moment(row, now);
        return new SessionView(
                row.getString("id"),
                row.getString("session_id"),
                role,
                Counterpart.of(row),
                moment.status(),
                SessionType.of(row.getString("session_type")),
                row.getString("topic"),
                moment.startsAt(),
                moment.endsAt(),
                row.getInteger("duration"),
                row.getString("mentor_timezone"),
                row.getString("mentee_timezone"),
                row.getString("location_kind"),
                row.getString("location_text"),
                row.getInteger("price_cents"),
                row.getString("currency"),
                row.getString("notes"),
                moment.requestExpiresAt(),
                moment.proposedAt(),
                moment.proposedBy(),
                instant(row, "accepted_at"),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("no_show_by"),
                instant(row, "cancelled_at"),
                row.getString("cancelled_role"),
                row.getString("cancel_reason"),
                instant(row, "declined_at"),
                row.getString("decline_reason"),
                row.getInteger("version"),
                SessionAction.allowed(role, moment));
    }

    private static Moment moment(Row row, Instant now) {
        var proposedBy = row.getString("proposed_by");
        return new Moment(
                SessionStatus.of(row.getString("status")),
                row.getOffsetDateTime("scheduled_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                instant(row, "request_expires_at"),
                proposedBy == null ? null : Part.of(proposedBy),
                instant(row, "proposed_at"),
                now);
    }

    Cursor position() {
        return Cursor.of(scheduledAt, id);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
