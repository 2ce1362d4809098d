package club.panamia.mentoring.calendar;

import club.panamia.mentoring.state.SessionStatus;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as one of its two people has it in their calendar. */
public record CalendarEntry(
        String uid,
        int sequence,
        String sessionId,
        SessionStatus status,
        Instant startsAt,
        Instant endsAt,
        Instant createdAt,
        Instant changedAt,
        String topic,
        @Nullable String other,
        String locationKind,
        @Nullable String locationText) {

    static CalendarEntry of(Row row) {
        return new CalendarEntry(
                row.getString("ical_uid"),
                row.getInteger("ical_sequence"),
                row.getString("session_id"),
                SessionStatus.of(row.getString("status")),
                row.getOffsetDateTime("scheduled_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("topic"),
                row.getString("other"),
                row.getString("location_kind"),
                row.getString("location_text"));
    }

    /** As the standard calls it (RFC 5545, section 3.8.1.11). */
    String standing() {
        return switch (status) {
            case PENDING -> "TENTATIVE";
            case SCHEDULED, IN_PROGRESS, COMPLETED -> "CONFIRMED";
            case CANCELLED, DECLINED -> "CANCELLED";
        };
    }

    String title() {
        return other == null ? topic : "%s (%s)".formatted(topic, other);
    }

    /** Where they meet; nothing where that is a page. */
    @Nullable
    String place() {
        return locationText == null && locationKind.equals("phone") ? "Phone" : locationText;
    }
}
