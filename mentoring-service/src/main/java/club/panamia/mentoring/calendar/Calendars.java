package club.panamia.mentoring.calendar;

import static club.panamia.mentoring.session.SessionProblem.NO_SUCH_SESSION;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The sessions of a person for their calendar. */
@Singleton
class Calendars {

    private static final Duration BACK = Duration.ofDays(90);

    private static final String ENTRY = """
            SELECT s.ical_uid, s.ical_sequence, s.session_id, s.status::text, s.scheduled_at, s.ends_at, s.created_at, s.updated_at,
                   s.topic, coalesce(o.name, o.screenname) AS other, s.location_kind, s.location_text
            """;

    private static final String ONE = ENTRY + """
              FROM mentor_sessions s
              LEFT JOIN users o ON o.id = CASE $2 WHEN s.mentor_user_id THEN s.mentee_user_id ELSE s.mentor_user_id END
             WHERE s.session_id = $1 AND $2 IN (s.mentor_user_id, s.mentee_user_id)
            """;

    /** What is not to take place is not in it: whoever subscribes sees it vanish. */
    static final String FEED = ENTRY + """
              FROM internal.calendar_feed f
              JOIN users u ON u.id = f.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
             CROSS JOIN LATERAL (
                   (SELECT m.*, m.mentee_user_id AS across FROM mentor_sessions m
                     WHERE m.mentor_user_id = u.id AND m.scheduled_at >= $2
                       AND m.status IN ('pending', 'scheduled', 'in_progress', 'completed')
                     ORDER BY m.scheduled_at LIMIT 500)
                    UNION ALL
                   (SELECT m.*, m.mentor_user_id AS across FROM mentor_sessions m
                     WHERE m.mentee_user_id = u.id AND m.scheduled_at >= $2
                       AND m.status IN ('pending', 'scheduled', 'in_progress', 'completed')
                     ORDER BY m.scheduled_at LIMIT 500)) s
              LEFT JOIN users o ON o.id = s.across
             WHERE f.secret_hash = $1
             ORDER BY s.scheduled_at, s.id
            """;

    private static final String KNOWN = """
            SELECT FROM internal.calendar_feed f JOIN users u ON u.id = f.user_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
             WHERE f.secret_hash = $1
            """;

    private final Pool pool;

    Calendars(Pool pool) {
        this.pool = pool;
    }

    /** One session, if the actor takes part in it. */
    Uni<List<CalendarEntry>> one(Actor actor, String sessionId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(sessionId, actor.userId()))
                .map(Calendars::entries)
                .invoke(Calendars::requireOne);
    }

    /** All of the person whose feed this is, from three months ago on. */
    Uni<List<CalendarEntry>> behind(String secretHash, Instant now) {
        return pool.preparedQuery(FEED)
                .execute(Tuple.of(secretHash, now.minus(BACK).atOffset(ZoneOffset.UTC)))
                .map(Calendars::entries);
    }

    Uni<Boolean> isKnown(String secretHash) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(secretHash)).map(rows -> rows.size() > 0);
    }

    private static List<CalendarEntry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CalendarEntry::of)
                .toList();
    }

    private static void requireOne(List<CalendarEntry> found) {
        if (found.isEmpty()) {
            throw NO_SUCH_SESSION.because("You take part in no session of this id.");
        }
    }
}
