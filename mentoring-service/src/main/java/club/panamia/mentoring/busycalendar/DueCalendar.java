package club.panamia.mentoring.busycalendar;

import io.vertx.mutiny.sqlclient.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that is to be read, and what is known of it.
 *
 * @param address sealed; also tells whether its owner has given another one meanwhile
 * @param zone its owner's, for times that name none
 */
record DueCalendar(
        String ownerId,
        byte[] address,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant readAt,
        int failures,
        ZoneId zone) {

    /** Also what has not changed is read once a day: what it repeats reaches a day further. */
    private static final Duration KNOWN = Duration.ofDays(1);

    static DueCalendar of(Row row) {
        var readAt = row.getOffsetDateTime("read_at");
        return new DueCalendar(
                row.getString("user_id"),
                row.getBuffer("address").getBytes(),
                row.getString("etag"),
                row.getString("last_modified"),
                readAt == null ? null : readAt.toInstant(),
                row.getInteger("failures"),
                zone(row.getString("zone")));
    }

    boolean isKnown(Instant now) {
        return readAt != null && now.isBefore(readAt.plus(KNOWN));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(Objects.requireNonNullElse(name, "UTC"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
