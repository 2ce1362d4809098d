package club.panamia.mentoring.waiting;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.slot.Stretch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line before a mentor, in the caller's transaction. */
@ApplicationScoped
class Line {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Who waits before this mentor and before how many this person waits: themselves apart. */
    private static final String COUNTS = """
            SELECT CAST(jsonb_build_array(
                     (SELECT count(*) FROM internal.mentor_waiting w WHERE w.mentor_id = ?1 AND w.person_id <> ?2),
                     (SELECT count(*) FROM internal.mentor_waiting w WHERE w.person_id = ?2 AND w.mentor_id <> ?1)) AS text)
            """;

    /** What somebody waits for can be changed; their place stays, and what was offered to them goes. */
    private static final String JOIN = """
            INSERT INTO internal.mentor_waiting (mentor_id, person_id, duration, wanted_from, wanted_until, zone)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (mentor_id, person_id) DO UPDATE
               SET duration = excluded.duration, wanted_from = excluded.wanted_from, wanted_until = excluded.wanted_until,
                   zone = excluded.zone, offered_at = NULL, offered_until = NULL
            """;

    private static final String UNDO_OFFER = """
            DELETE FROM internal.mentor_busy b USING internal.mentor_waiting w
             WHERE b.waiting_id = w.id AND w.mentor_id = ?1 AND w.person_id = ?2
            """;

    private static final String LEAVE = """
            DELETE FROM internal.mentor_waiting w USING users m
             WHERE m.id = w.mentor_id AND lower(m.screenname) = lower(?1) AND w.person_id = ?2
            """;

    /** Two hours have passed, or the time that was wanted. What was kept for them goes with the row. */
    private static final String END = """
            DELETE FROM internal.mentor_waiting WHERE id IN (
              SELECT w.id FROM internal.mentor_waiting w
               WHERE w.offered_until <= ?1 OR (w.offered_until IS NULL AND w.wanted_until <= ?1)
               ORDER BY w.id LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    /** A mentor whose line nobody has looked at for a minute, if there is one; whoever looks at it locks the mentor first. */
    private static final String NEXT = """
            SELECT w.mentor_id FROM internal.mentor_waiting w
              JOIN profiles p ON p.user_id = w.mentor_id AND p.active AND p.mentoring @> '{"enabled": true}'
              JOIN users m ON m.id = w.mentor_id AND m.locked_at IS NULL AND m.scrubbed_at IS NULL
             WHERE w.offered_until IS NULL AND (w.looked_at IS NULL OR w.looked_at <= ?1)
             ORDER BY w.looked_at NULLS FIRST, w.id LIMIT 1
            """;

    private static final String WAITING = """
            SELECT CAST(to_jsonb(place) AS text) FROM (
              SELECT w.id, w.mentor_id, m.screenname AS mentor, w.person_id, w.duration, w.wanted_from, w.wanted_until
                FROM internal.mentor_waiting w
                JOIN users m ON m.id = w.mentor_id
                JOIN users u ON u.id = w.person_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               WHERE w.mentor_id = ?1 AND w.offered_until IS NULL AND w.wanted_until > ?2
               ORDER BY w.id LIMIT 20) place
            """;

    private static final String LOOKED_AT =
            "UPDATE internal.mentor_waiting SET looked_at = ?2 WHERE mentor_id = ?1 AND offered_until IS NULL";

    private static final String OFFER =
            "UPDATE internal.mentor_waiting SET offered_at = ?2, offered_until = ?3 WHERE id = ?1";

    private static final String KEEP = """
            INSERT INTO internal.mentor_busy (user_id, during, held_by, held_until, waiting_id)
            VALUES (?1, tstzrange(?2, ?3), ?4, ?5, ?6)
            """;

    /** How many wait before this mentor, and before how many this person waits. */
    Uni<Counts> counts(String mentorId, Actor person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(COUNTS, String.class)
                        .setParameter(1, mentorId)
                        .setParameter(2, person.userId())
                        .getSingleResult())
                .map(Counts::of);
    }

    Uni<Void> join(String mentorId, Actor person, WaitingWish wish, Stretch range) {
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(UNDO_OFFER)
                        .setParameter(1, mentorId)
                        .setParameter(2, person.userId())
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(JOIN)
                        .setParameter(1, mentorId)
                        .setParameter(2, person.userId())
                        .setParameter(3, wish.duration())
                        .setParameter(4, utc(range.from()))
                        .setParameter(5, utc(range.until()))
                        .setParameter(6, wish.timezone() == null ? "UTC" : wish.timezone())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> leave(String mentor, Actor person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LEAVE)
                        .setParameter(1, mentor)
                        .setParameter(2, person.userId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Some of those who have waited, or were offered something, long enough; how many that were. */
    Uni<Integer> end(Instant now) {
        return CallersTransaction.session()
                .chain(session ->
                        session.createNativeQuery(END).setParameter(1, utc(now)).executeUpdate());
    }

    /** The id of a mentor whose line is to be looked at; null where there is none. */
    Uni<@Nullable String> next(Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(NEXT, String.class)
                        .setParameter(1, utc(now.minus(A_WHILE)))
                        .getSingleResultOrNull());
    }

    /** Whoever waits for an offer, the first in line first. */
    Uni<List<Place>> waiting(String mentorId, Instant now) {
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(LOOKED_AT)
                        .setParameter(1, mentorId)
                        .setParameter(2, utc(now))
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(WAITING, String.class)
                        .setParameter(1, mentorId)
                        .setParameter(2, utc(now))
                        .getResultList())
                .map(rows ->
                        rows.stream().map(row -> Place.of(new JsonObject(row))).toList());
    }

    /** Keeps the mentor's time for somebody; whoever else wanted it at this moment has it already, or comes too late. */
    Uni<Void> offer(Place place, Instant start, Stretch ofMentor, Instant until) {
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, place.mentorId())
                        .setParameter(2, utc(ofMentor.from()))
                        .setParameter(3, utc(ofMentor.until()))
                        .setParameter(4, place.personId())
                        .setParameter(5, utc(until))
                        .setParameter(6, place.id())
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(OFFER)
                        .setParameter(1, place.id())
                        .setParameter(2, utc(start))
                        .setParameter(3, utc(until))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** How many wait before a mentor, and before how many a person waits; without this person and this mentor. */
    record Counts(long beforeMentor, long ofPerson) {

        static Counts of(String row) {
            var counts = new JsonArray(row);
            return new Counts(counts.getLong(0), counts.getLong(1));
        }
    }
}
