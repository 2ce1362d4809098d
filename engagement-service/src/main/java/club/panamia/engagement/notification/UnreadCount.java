package club.panamia.engagement.notification;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much there is to read. */
@Schema(description = "How many notifications I have not read")
public record UnreadCount(
        @Schema(required = true) long count,

        @Schema(required = true, description = "The same by context; contexts without any are left out")
        Map<String, Long> contexts) {

    /** Of rows of a context and how much of it. */
    public static UnreadCount of(Iterable<Row> perContext) {
        var contexts = new TreeMap<String, Long>();
        for (var row : perContext) {
            if (row.getLong(1) > 0) {
                contexts.put(row.getString(0), row.getLong(1));
            }
        }
        return new UnreadCount(
                contexts.values().stream().mapToLong(Long::longValue).sum(), contexts);
    }
}
