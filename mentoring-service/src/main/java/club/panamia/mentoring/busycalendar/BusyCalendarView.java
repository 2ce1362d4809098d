package club.panamia.mentoring.busycalendar;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What its owner is told of a calendar elsewhere; its address is not shown again. */
@Schema(description = "My other calendar, without its address; all is absent where I have given none")
record BusyCalendarView(
        @Nullable Instant since,

        @Nullable @Schema(description = "The server on which it is")
        String host,

        @Nullable @Schema(description = "When its server last answered; absent before the first time")
        Instant readAt,

        @Nullable @Schema(description = "How many times at which I am busy are known from it")
        Long busyTimes,

        @Nullable
        @Schema(description = "Why it could not be read the last time; what was known of it before still counts")
        Fault fault,

        @Nullable @Schema(description = "When it is asked next")
        Instant nextReadAt) {

    static final BusyCalendarView NONE = new BusyCalendarView(null, null, null, null, null, null);

    static BusyCalendarView of(Row row, String host) {
        var fault = row.getString("fault");
        return new BusyCalendarView(
                instant(row, "given_at"),
                host,
                instant(row, "answered_at"),
                row.getLong("times"),
                fault == null ? null : Fault.of(fault),
                instant(row, "due_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
