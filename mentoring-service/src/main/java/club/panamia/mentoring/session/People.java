package club.panamia.mentoring.session;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.slot.Stretch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The time of people, in the caller's transaction. Whoever books locks both first, so that what is decided from their timetable
 * is still so when it is written; the exclusion constraint has the last word.
 */
@ApplicationScoped
public class People {

    /** In the order of ids, whoever asks; it ends with the transaction, so that it is safe behind a transaction-level pooler. */
    private static final String LOCK = """
            SELECT count(CAST(pg_advisory_xact_lock(hashtextextended('mentoring ' || who.id, 0)) AS text))
              FROM (SELECT u.id FROM users u WHERE u.id = ?1 OR lower(u.screenname) = lower(?2) ORDER BY u.id) who
            """;

    private static final String RELEASE = "DELETE FROM internal.mentor_busy WHERE held_by = ?1 AND waiting_id IS NULL";

    /** What is kept for this person already, because they have waited for it, need not be kept twice. */
    private static final String HOLD = """
            INSERT INTO internal.mentor_busy (user_id, during, held_by, held_until)
            SELECT CAST(?1 AS text), tstzrange(?2, ?3), CAST(?4 AS text), CAST(?5 AS timestamptz)
             WHERE NOT EXISTS (SELECT FROM internal.mentor_busy b
                                WHERE b.user_id = CAST(?1 AS text) AND b.held_by = CAST(?4 AS text)
                                  AND b.waiting_id IS NOT NULL AND b.during @> tstzrange(?2, ?3))
            """;

    private static final String LOCK_ALONE =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('mentoring ' || CAST(?1 AS text), 0)) AS text)";

    private static final String TAKE = """
            SELECT CAST(internal.take_mentor_time(?1, tstzrange(?2, ?3), ?4, tstzrange(?5, ?6), ?7) AS text)
            """;

    private static final String LOCK_BOTH = """
            SELECT count(CAST(pg_advisory_xact_lock(hashtextextended('mentoring ' || who.id, 0)) AS text))
              FROM (SELECT u.id FROM users u WHERE u.id IN (?1, ?2) ORDER BY u.id) who
            """;

    private static final String TAKEN = """
            SELECT EXISTS (SELECT FROM internal.mentor_busy b
                            WHERE b.user_id IN (?1, ?2) AND b.during && tstzrange(?3, ?4)
                              AND b.session_id IS DISTINCT FROM ?5 AND (b.held_until IS NULL OR b.held_until > ?6))
                OR EXISTS (SELECT FROM internal.busy_calendar c WHERE c.user_id IN (?1, ?2) AND c.busy && tstzrange(?3, ?4))
            """;

    private static final String FORGET_HOLDS =
            "DELETE FROM internal.mentor_busy WHERE user_id IN (?1, ?2) AND held_until <= ?3";

    /** Both rows, with what the mentor wants around it. */
    private static final String MOVE = """
            UPDATE internal.mentor_busy
               SET during = tstzrange(lower(during) + make_interval(secs => ?2), upper(during) + make_interval(secs => ?2))
             WHERE session_id = ?1
            """;

    /** Makes everybody wait who is about to book either of them. */
    public Uni<Void> lock(String userId, String screenname) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, userId)
                        .setParameter(2, screenname)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Makes everybody wait who is about to book this person. */
    public Uni<Void> lockAlone(String userId) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(LOCK_ALONE, String.class)
                        .setParameter(1, userId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Keeps a mentor's time for somebody, for a while. */
    public Uni<Void> hold(String mentorId, Stretch time, String holderId, Instant until) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(HOLD)
                        .setParameter(1, mentorId)
                        .setParameter(2, utc(time.from()))
                        .setParameter(3, utc(time.until()))
                        .setParameter(4, holderId)
                        .setParameter(5, utc(until))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Lets go of what this person holds, if anything. */
    public Uni<Void> release(String holderId) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(RELEASE)
                        .setParameter(1, holderId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes the time of both for a new session; who waited for the mentor does so no longer. */
    public Uni<Void> take(MentorSession session, Stretch ofMentor) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(TAKE, String.class)
                        .setParameter(1, session.mentorUserId)
                        .setParameter(2, utc(ofMentor.from()))
                        .setParameter(3, utc(ofMentor.until()))
                        .setParameter(4, session.menteeUserId)
                        .setParameter(5, utc(session.timing.scheduledAt))
                        .setParameter(6, utc(session.timing.endsAt))
                        .setParameter(7, session.id)
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }

    /** Refuses a time at which one of the two is taken, or somebody holds the mentor's. */
    public Uni<Void> requireFree(MentorSession session, Instant start, Instant now) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(TAKEN, Boolean.class)
                        .setParameter(1, session.mentorUserId)
                        .setParameter(2, session.menteeUserId)
                        .setParameter(3, utc(start))
                        .setParameter(4, utc(start.plus(session.timing.duration, ChronoUnit.MINUTES)))
                        .setParameter(5, session.id)
                        .setParameter(6, utc(now))
                        .getSingleResult())
                .invoke(People::refuseIfTaken)
                .replaceWithVoid();
    }

    /** Moves what the session takes of both to the time that was proposed. */
    public Uni<Void> moveToProposal(MentorSession session, Instant now) {
        return CallersTransaction.session()
                .call(open -> open.createNativeQuery(LOCK_BOTH, Long.class)
                        .setParameter(1, session.mentorUserId)
                        .setParameter(2, session.menteeUserId)
                        .getSingleResult())
                .call(open -> open.createNativeQuery(FORGET_HOLDS)
                        .setParameter(1, session.mentorUserId)
                        .setParameter(2, session.menteeUserId)
                        .setParameter(3, utc(now))
                        .executeUpdate())
                .call(open -> open.createNativeQuery(MOVE)
                        .setParameter(1, session.id)
                        .setParameter(2, session.timing.secondsToProposal())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void refuseIfTaken(boolean taken) {
        if (taken) {
            throw SessionProblem.SLOT_TAKEN.because("One of you is in another session then, or busy elsewhere.");
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
