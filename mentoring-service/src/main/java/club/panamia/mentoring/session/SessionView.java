package club.panamia.mentoring.session;

import club.panamia.kernel.page.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as one of its two people sees it. */
@Schema(description = "A session as one of its two people sees it")
record SessionView(
        @Schema(required = true) String id,

        @Schema(required = true, description = "Names the session in paths and rooms")
        String sessionId,

        @Schema(
                required = true,
                description = "What the caller is in it",
                enumeration = {"mentor", "mentee"})
        String role,

        @Nullable @Schema(description = "The other person; absent when they are gone")
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

        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,

        @Nullable @Schema(enumeration = {"mentor", "mentee", "moderator", "system"})
        String cancelledRole,

        @Nullable String cancelReason,
        @Nullable Instant declinedAt,
        @Nullable String declineReason) {

    static SessionView of(Row row) {
        return new SessionView(
                row.getString("id"),
                row.getString("session_id"),
                row.getString("role"),
                Counterpart.of(row),
                SessionStatus.of(row.getString("status")),
                SessionType.of(row.getString("session_type")),
                row.getString("topic"),
                row.getOffsetDateTime("scheduled_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                row.getInteger("duration"),
                row.getString("mentor_timezone"),
                row.getString("mentee_timezone"),
                row.getString("location_kind"),
                row.getString("location_text"),
                row.getInteger("price_cents"),
                row.getString("currency"),
                row.getString("notes"),
                instant(row, "request_expires_at"),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                instant(row, "cancelled_at"),
                row.getString("cancelled_role"),
                row.getString("cancel_reason"),
                instant(row, "declined_at"),
                row.getString("decline_reason"));
    }

    Cursor position() {
        return Cursor.of(scheduledAt, id);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
