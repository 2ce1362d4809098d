package club.panamia.mentoring.letter;

import club.panamia.mentoring.calendar.CalendarEntry;
import club.panamia.mentoring.state.Part;
import club.panamia.mentoring.state.SessionStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the two in a session, as they are written to, and the session as they see it.
 *
 * @param agreed whether they have it in their calendar
 * @param reason why it was declined or called off, in the words of whoever did so
 * @param proposedAt when somebody else would rather have it
 * @param answerBy when a request ends that nobody answers
 */
record Addressee(
        String userId,
        Part part,
        String address,
        ReadersClock clock,
        boolean agreed,
        @Nullable String reason,
        @Nullable Instant proposedAt,
        @Nullable Instant answerBy,
        QuietHours quiet,
        CalendarEntry entry) {

    static Addressee of(JsonObject row) {
        return new Addressee(
                row.getString("user_id"),
                Part.of(row.getString("part")),
                row.getString("address"),
                new ReadersClock(Locale.forLanguageTag(row.getString("locale")), ZoneId.of(row.getString("zone"))),
                row.getBoolean("agreed"),
                row.getString("reason"),
                row.getInstant("proposed_at"),
                row.getInstant("request_expires_at"),
                QuietHours.of(row),
                entry(row));
    }

    private static CalendarEntry entry(JsonObject row) {
        return new CalendarEntry(
                row.getString("ical_uid"),
                row.getInteger("ical_sequence"),
                row.getString("session_id"),
                SessionStatus.of(row.getString("status")),
                row.getInstant("scheduled_at"),
                row.getInstant("ends_at"),
                row.getInstant("created_at"),
                row.getInstant("updated_at"),
                row.getString("topic"),
                row.getString("other"),
                row.getString("location_kind"),
                row.getString("location_text"));
    }
}
