package club.panamia.mentoring.reading;

import static club.panamia.mentoring.session.SessionProblem.NO_SUCH_SESSION;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.mentoring.state.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.StreamSupport;

/** The sessions, for the two people who hold them: whoever is neither finds nothing. */
@Singleton
class MentorSessions {

    private static final String SELECT = """
            SELECT s.id, s.session_id, s.role, s.status::text, s.session_type::text, s.topic, s.scheduled_at, s.ends_at,
                   s.duration, s.mentor_timezone, s.mentee_timezone, s.location_kind, s.location_text, s.price_cents,
                   s.currency, %s AS notes, s.request_expires_at, s.started_at, s.completed_at, s.cancelled_at,
                   s.cancelled_role, s.cancel_reason, s.declined_at, s.decline_reason, s.proposed_at, s.proposed_by, s.accepted_at,
                   s.no_show_by, s.version, u.id AS other_id,
                   u.screenname AS other_screenname, u.name AS other_name, u.image AS other_image
            """;

    private static final String AS_MENTOR = side("mentor", "mentee");
    private static final String AS_MENTEE = side("mentee", "mentor");

    /** $3 is whether the caller moderates; what the two have written down is not for moderators. */
    private static final String ONE = SELECT.formatted("CASE WHEN s.role <> 'moderator' THEN s.notes END") + """
              FROM (SELECT m.*, CASE $2 WHEN m.mentor_user_id THEN 'mentor' WHEN m.mentee_user_id THEN 'mentee'
                                        ELSE 'moderator' END AS role,
                           CASE $2 WHEN m.mentee_user_id THEN m.mentor_user_id ELSE m.mentee_user_id END AS other
                      FROM mentor_sessions m
                     WHERE m.session_id = $1 AND (m.mentor_user_id = $2 OR m.mentee_user_id = $2 OR $3)) s
              LEFT JOIN users u ON u.id = s.other AND u.scrubbed_at IS NULL
            """;

    private final Pool pool;

    MentorSessions(Pool pool) {
        this.pool = pool;
    }

    /** The actor's own, latest first. */
    Uni<Page<SessionView>> of(Actor actor, SessionQuery query, Instant now) {
        return pool.preparedQuery(list(query.role))
                .execute(values(actor.userId(), query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> SessionView.of(row, now))
                                .toList(),
                        query,
                        SessionView::position));
    }

    /** One, if the actor takes part in it or moderates. */
    Uni<SessionView> of(Actor actor, String sessionId, Instant now) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(sessionId, actor.userId(), Part.moderates(actor)))
                .map(rows -> theOne(rows, now));
    }

    static String list(String role) {
        var mine = switch (role) {
            case "mentor" -> AS_MENTOR;
            case "mentee" -> AS_MENTEE;
            default -> AS_MENTOR + " UNION ALL " + AS_MENTEE;
        };
        return SELECT.formatted("NULL::text") + " FROM (" + mine + ") s" + """

                  LEFT JOIN users u ON u.id = s.other AND u.scrubbed_at IS NULL
                 ORDER BY s.scheduled_at DESC, s.id DESC
                 LIMIT $5
                """;
    }

    static Tuple values(String userId, SessionQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(userId, query.statuses(), after.time(0), after.text(1), query.rows());
    }

    /** One side at a time, so that each is a walk along its own index that ends with the page. */
    private static String side(String mine, String other) {
        return """
                (SELECT m.*, '%1$s' AS role, m.%2$s_user_id AS other
                   FROM mentor_sessions m
                  WHERE m.%1$s_user_id = $1
                    AND (cardinality($2::text[]) = 0 OR m.status::text = ANY ($2::text[]))
                    AND (m.scheduled_at, m.id) < ($3, $4)
                  ORDER BY m.scheduled_at DESC, m.id DESC
                  LIMIT $5)
                """.formatted(mine, other);
    }

    private static SessionView theOne(RowSet<Row> rows, Instant now) {
        if (rows.size() == 0) {
            throw NO_SUCH_SESSION.because("You take part in no session of this id.");
        }
        return SessionView.of(rows.iterator().next(), now);
    }
}
