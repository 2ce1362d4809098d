package club.panamia.kernel.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer gets it.
 *
 * @param position its place in the log; later events have greater ones
 * @param actorId who did it, if a person did
 * @param payload a JSON object
 */
public record RecordedEvent(
        String id, long position, String type, @Nullable String actorId, Instant recordedAt, String payload) {

    /** What a query selects, in this order, for {@link #of}. */
    static final String COLUMNS = "e.id, e.position, e.type, e.actor_id, e.created_at, CAST(e.payload AS text)";

    /** The payload as a record of the fields that this consumer reads; it may hold others. */
    public <T> T as(Class<T> fields) {
        return Payload.as(fields, payload);
    }

    static RecordedEvent of(Object[] row) {
        return new RecordedEvent(
                (String) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                instant(row[4]),
                (String) row[5]);
    }

    private static Instant instant(Object time) {
        return time instanceof Instant instant ? instant : ((OffsetDateTime) time).toInstant();
    }
}
