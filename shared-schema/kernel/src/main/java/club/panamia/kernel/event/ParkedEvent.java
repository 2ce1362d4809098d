package club.panamia.kernel.event;

import java.time.Instant;

/**
 * An event that one consumer could not handle so far; all others went on.
 *
 * @param attempts how often it was tried
 * @param error the last failure, for operators
 */
public record ParkedEvent(
        String id,
        String consumer,
        String eventId,
        String type,
        int attempts,
        Instant parkedAt,
        Instant nextAttemptAt,
        String error) {}
