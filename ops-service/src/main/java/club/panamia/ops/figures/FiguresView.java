package club.panamia.ops.figures;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is at this moment; of what has states, by state.
 *
 * @param deliveries of notifications by mail and otherwise: queued, sent, skipped, withheld
 * @param newsletter who reads it, waits to, or has left
 * @param readersByType of those who read it
 * @param messages of the contact form: open, acknowledged, quarantined
 */
public record FiguresView(
        long users,
        long lockedUsers,
        long openSessions,
        Map<String, Long> profiles,
        Map<String, Long> articles,
        long posts,
        Map<String, Long> mentoringSessions,
        Map<String, Long> deliveries,
        Map<String, Long> newsletter,
        Map<String, Long> readersByType,
        Map<String, Long> messages,
        Map<String, Long> mails,
        long suppressedAddresses,
        Map<String, Long> parkedEvents) {

    static FiguresView of(Row row) {
        return new FiguresView(
                row.getLong("users"),
                row.getLong("locked_users"),
                row.getLong("open_sessions"),
                counts(row, "profiles"),
                counts(row, "articles"),
                row.getLong("posts"),
                counts(row, "mentoring_sessions"),
                counts(row, "deliveries"),
                counts(row, "newsletter"),
                counts(row, "readers_by_type"),
                counts(row, "messages"),
                counts(row, "mails"),
                row.getLong("suppressed_addresses"),
                counts(row, "parked_events"));
    }

    private static Map<String, Long> counts(Row row, String column) {
        var counts = new TreeMap<String, Long>();
        JsonObject found = row.getJsonObject(column);
        found.fieldNames().forEach(name -> counts.put(name, found.getLong(name)));
        return counts;
    }
}
