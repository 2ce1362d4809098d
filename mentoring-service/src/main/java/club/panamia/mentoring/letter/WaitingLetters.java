package club.panamia.mentoring.letter;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Letters that wait for the end of somebody's quiet hours, in the caller's transaction. */
@ApplicationScoped
class WaitingLetters {

    /** Which letter, for whom, about which session, after which event. */
    record Waiting(String sessionId, String userId, String eventId, Occasion occasion) {

        static Waiting of(JsonObject row) {
            return new Waiting(
                    row.getString("session_id"),
                    row.getString("user_id"),
                    row.getString("event_id"),
                    Occasion.of(row.getString("occasion")));
        }
    }

    private static final String KEEP = """
            INSERT INTO internal.session_letter (session_id, user_id, event_id, occasion, due_at)
            SELECT s.id, CAST(?2 AS text), CAST(?3 AS text), CAST(?4 AS text), CAST(?5 AS timestamptz)
              FROM mentor_sessions s WHERE s.session_id = ?1
            ON CONFLICT (event_id, user_id) DO NOTHING
            """;

    /** What another process is sending is passed over. */
    private static final String TAKE_DUE = """
            WITH due AS (
              DELETE FROM internal.session_letter l
               WHERE l.id IN (SELECT d.id FROM internal.session_letter d WHERE d.due_at <= ?1
                               ORDER BY d.due_at LIMIT 50 FOR UPDATE SKIP LOCKED)
              RETURNING l.session_id, l.user_id, l.event_id, l.occasion)
            SELECT CAST(jsonb_build_object('session_id', s.session_id, 'user_id', due.user_id, 'event_id', due.event_id,
                                           'occasion', due.occasion) AS text)
              FROM due JOIN mentor_sessions s ON s.id = due.session_id
            """;

    Uni<Void> keep(Waiting letter, Instant until) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, letter.sessionId())
                        .setParameter(2, letter.userId())
                        .setParameter(3, letter.eventId())
                        .setParameter(4, letter.occasion().letter())
                        .setParameter(5, until.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Some that have waited long enough; they wait no more. */
    Uni<List<Waiting>> takeDue(Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TAKE_DUE, String.class)
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(rows -> rows.stream().map(JsonObject::new).map(Waiting::of).toList());
    }
}
