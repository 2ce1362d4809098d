package club.panamia.mentoring.slot;

import static club.panamia.mentoring.slot.SlotProblem.NO_SUCH_MENTOR;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.document.Documents;
import club.panamia.mentoring.offer.Offer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mentors' time, as one statement with all that the expansion needs. */
@Singleton
public class Timetables {

    /**
     * $1 screenname, $2 who asks, $3 and $4 from and until, $5 now, $6 a session that is about to move and so counts for
     * nothing. A day more on both
     * sides, for the time between two sessions, and a week, for the limits of a week. No request is open for three days.
     */
    static final String ONE = """
            SELECT CAST(jsonb_build_object(
                     'id', u.id, 'screenname', u.screenname, 'mentoring', p.mentoring, 'availability', p.availability,
                     'mentorBusy', theirs.busy, 'callerBusy', own.busy, 'sessions', held.starts,
                     'openWithMentor', asked.with_mentor, 'open', asked.open, 'lately', asked.lately) AS text)
              FROM users u
              JOIN profiles p ON p.user_id = u.id
             CROSS JOIN (SELECT tstzrange(CAST($3 AS timestamptz) - interval '1 day',
                                          CAST($4 AS timestamptz) + interval '1 day') AS days) reach
             CROSS JOIN LATERAL (
                   SELECT jsonb_agg(jsonb_build_array(CAST(extract(epoch FROM lower(b.during)) AS bigint),
                                                      CAST(extract(epoch FROM upper(b.during)) AS bigint))) AS busy
                     FROM (SELECT b.during
                             FROM internal.mentor_busy b LEFT JOIN mentor_sessions s ON s.id = b.session_id
                            WHERE b.user_id = u.id AND b.during && reach.days
                              AND (b.session_id IS NOT NULL OR (b.held_until > $5 AND b.held_by <> $2))
                              AND s.session_id IS DISTINCT FROM $6
                            UNION ALL
                           SELECT unnest(c.busy * multirange(reach.days)) FROM internal.busy_calendar c WHERE c.user_id = u.id) b) theirs
             CROSS JOIN LATERAL (
                   SELECT jsonb_agg(jsonb_build_array(CAST(extract(epoch FROM lower(b.during)) AS bigint),
                                                      CAST(extract(epoch FROM upper(b.during)) AS bigint))) AS busy
                     FROM (SELECT b.during
                             FROM internal.mentor_busy b LEFT JOIN mentor_sessions s ON s.id = b.session_id
                            WHERE b.user_id = $2 AND b.during && reach.days
                              AND (b.session_id IS NOT NULL OR b.held_until > $5)
                              AND s.session_id IS DISTINCT FROM $6
                            UNION ALL
                           SELECT unnest(c.busy * multirange(reach.days)) FROM internal.busy_calendar c WHERE c.user_id = $2) b) own
             CROSS JOIN LATERAL (
                   SELECT jsonb_agg(CAST(extract(epoch FROM h.start) AS bigint)) AS starts
                     FROM (SELECT s.scheduled_at AS start
                             FROM mentor_sessions s
                            WHERE s.mentor_user_id = u.id AND s.session_id <> $6
                              AND s.scheduled_at BETWEEN CAST($3 AS timestamptz) - interval '8 days'
                                                      AND CAST($4 AS timestamptz) + interval '8 days'
                              AND s.status IN ('pending', 'scheduled', 'in_progress', 'completed')
                            UNION ALL
                           SELECT w.offered_at FROM internal.mentor_waiting w
                            WHERE w.mentor_id = u.id AND w.person_id <> $2 AND w.offered_until > $5) h) held
             CROSS JOIN LATERAL (
                   SELECT count(*) FILTER (WHERE a.status = 'pending' AND a.mentor_user_id = u.id) AS with_mentor,
                          count(*) FILTER (WHERE a.status = 'pending') AS open,
                          count(*) FILTER (WHERE a.created_at > CAST($5 AS timestamptz) - interval '1 day') AS lately
                     FROM mentor_sessions a
                    WHERE a.mentee_user_id = $2 AND a.created_at > CAST($5 AS timestamptz) - interval '3 days') asked
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND p.active AND p.mentoring @> '{"enabled": true}'
            """ + " AND " + Apart.not("$2");

    private static final String IN_TRANSACTION = ONE.replace('$', '?');

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Pool pool;
    private final Documents documents;

    Timetables(Pool pool, Documents documents) {
        this.pool = pool;
        this.documents = documents;
    }

    /** As it stands this moment. */
    Uni<Timetable> of(String screenname, Actor caller, Stretch range, Instant now) {
        return read(values(screenname, caller.userId(), range, now));
    }

    /** In the caller's transaction, so that it stays as it is seen where the people in it are locked. */
    public Uni<Timetable> forBooking(String screenname, String callerId, Stretch range, Instant now, String moving) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(IN_TRANSACTION, String.class)
                        .setParameter(1, screenname)
                        .setParameter(2, callerId)
                        .setParameter(3, utc(range.from()))
                        .setParameter(4, utc(range.until()))
                        .setParameter(5, utc(now))
                        .setParameter(6, moving)
                        .getSingleResultOrNull())
                .map(this::timetable);
    }

    /** As it stands this moment for whoever has no sessions of their own, as far as most mentors plan. */
    public Uni<Timetable> forAnybody(String screenname, Instant now) {
        return read(values(screenname, "", new Stretch(now, now.plus(AHEAD)), now));
    }

    private Uni<Timetable> read(Tuple values) {
        return pool.preparedQuery(ONE)
                .execute(values)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0))
                .map(this::timetable);
    }

    static Tuple values(String screenname, String callerId, Stretch range, Instant now) {
        return Tuple.of(screenname, callerId, utc(range.from()), utc(range.until()), utc(now), "");
    }

    private Timetable timetable(@Nullable String found) {
        if (found == null) {
            throw NO_SUCH_MENTOR.because("Nobody of this name offers mentoring.");
        }
        var row = new JsonObject(found);
        return new Timetable(
                row.getString("id"),
                row.getString("screenname"),
                documents.read(map(row, "mentoring"), Offer.class),
                documents.read(map(row, "availability"), Availability.class),
                stretches(row, "mentorBusy"),
                stretches(row, "callerBusy"),
                list(row, "sessions").stream().map(Timetables::instant).toList(),
                new Timetable.Asked(
                        row.getInteger("openWithMentor"), row.getInteger("open"), row.getInteger("lately")));
    }

    private static @Nullable Map<String, Object> map(JsonObject row, String key) {
        var document = row.getJsonObject(key);
        return document == null ? null : document.getMap();
    }

    private static List<Stretch> stretches(JsonObject row, String key) {
        return list(row, key).stream()
                .map(JsonArray.class::cast)
                .map(pair -> new Stretch(instant(pair.getValue(0)), instant(pair.getValue(1))))
                .toList();
    }

    private static JsonArray list(JsonObject row, String key) {
        return row.getJsonArray(key, new JsonArray()) == null ? new JsonArray() : row.getJsonArray(key);
    }

    private static Instant instant(Object seconds) {
        return Instant.ofEpochSecond(((Number) seconds).longValue());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
