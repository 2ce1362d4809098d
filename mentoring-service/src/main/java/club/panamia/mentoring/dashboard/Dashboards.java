package club.panamia.mentoring.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** All figures as one statement, so that they belong to one moment. */
@Singleton
class Dashboards {

    /** $1 and $2 the first and the last day, $3 and $4 the instants between which they lie, $5 the zone. */
    static final String FIGURES = """
            WITH s AS (
              SELECT m.*, m.status = 'cancelled' AND m.no_show_by IS NOT NULL AS missed,
                     m.status = 'cancelled' AND m.cancelled_role = 'system' AND m.accepted_at IS NULL AS expired
                FROM mentor_sessions m WHERE m.scheduled_at >= $3 AND m.scheduled_at < $4
            ), counted AS (
              SELECT count(*) AS total,
                     count(*) FILTER (WHERE status = 'pending') AS pending,
                     count(*) FILTER (WHERE status = 'scheduled') AS scheduled,
                     count(*) FILTER (WHERE status = 'in_progress') AS in_progress,
                     count(*) FILTER (WHERE status = 'completed') AS completed,
                     count(*) FILTER (WHERE status = 'cancelled' AND NOT missed AND NOT expired) AS cancelled,
                     count(*) FILTER (WHERE status = 'declined') AS declined,
                     count(*) FILTER (WHERE expired) AS expired,
                     count(*) FILTER (WHERE missed) AS missed,
                     count(*) FILTER (WHERE status = 'cancelled' AND NOT missed AND cancelled_role = 'mentor') AS by_mentor,
                     count(*) FILTER (WHERE status = 'cancelled' AND NOT missed AND cancelled_role = 'mentee') AS by_mentee,
                     count(*) FILTER (WHERE accepted_at IS NOT NULL) AS accepted,
                     count(DISTINCT mentor_user_id) FILTER (WHERE status = 'completed') AS active_mentors,
                     count(DISTINCT mentee_user_id) AS mentees,
                     coalesce(round(avg(duration)), 0) AS average,
                     coalesce(sum(duration) FILTER (WHERE status IN ('scheduled', 'in_progress', 'completed')), 0) AS booked,
                     percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM coalesce(accepted_at, declined_at) - created_at) / 60)
                       AS median
                FROM s
            )
            SELECT CAST(jsonb_build_object(
              'from', $1::date, 'to', $2::date, 'tz', $5::text,
              'totalMentors', (SELECT count(*) FROM profiles p JOIN users u ON u.id = p.user_id
                                WHERE p.active AND p.mentoring @> '{"enabled": true}' AND u.locked_at IS NULL AND u.scrubbed_at IS NULL),
              'activeMentors', c.active_mentors,
              'sessions', jsonb_build_object('total', c.total, 'pending', c.pending, 'scheduled', c.scheduled,
                'inProgress', c.in_progress, 'completed', c.completed, 'cancelled', c.cancelled, 'declined', c.declined,
                'expired', c.expired, 'noShow', c.missed),
              'averageSessionDuration', c.average, 'bookedMinutes', c.booked, 'offeredMinutes', offered.minutes,
              'utilisation', coalesce(round(100.0 * c.booked / nullif(offered.minutes, 0), 1), 0),
              'averagePerMentor', coalesce(round(c.completed::numeric / nullif(c.active_mentors, 0), 1), 0),
              'uniqueMentees', c.mentees,
              'returningMentees', (SELECT count(*) FROM (SELECT FROM s WHERE mentee_user_id IS NOT NULL
                                                          GROUP BY mentee_user_id HAVING count(*) > 1) again),
              'medianResponseMinutes', round(c.median::numeric, 1),
              'acceptanceRate', coalesce(round(100.0 * c.accepted / nullif(c.accepted + c.declined + c.expired, 0), 1), 0),
              'cancellationRate', jsonb_build_object(
                'overall', coalesce(round(100.0 * c.cancelled / nullif(c.total, 0), 1), 0),
                'byMentor', coalesce(round(100.0 * c.by_mentor / nullif(c.cancelled, 0), 1), 0),
                'byMentee', coalesce(round(100.0 * c.by_mentee / nullif(c.cancelled, 0), 1), 0)),
              'completionByType', (SELECT jsonb_agg(jsonb_build_object('sessionType', t.kind, 'sessions', t.sessions, 'completed', t.completed)
                                                    ORDER BY t.kind)
                                     FROM (SELECT k.kind::text, count(s.id) AS sessions,
                                                  count(s.id) FILTER (WHERE s.status = 'completed') AS completed
                                             FROM unnest(enum_range(NULL::session_type)) AS k (kind)
                                             LEFT JOIN s ON s.session_type = k.kind GROUP BY k.kind) t),
              'topExpertise', (SELECT coalesce(jsonb_agg(jsonb_build_object('expertise', e.term, 'count', e.mentors)
                                                         ORDER BY e.mentors DESC, e.term), '[]')
                                 FROM (SELECT substr(term, 11) AS term, count(DISTINCT p.id) AS mentors
                                         FROM profiles p, unnest(internal.mentoring_terms(p.mentoring)) AS term
                                        WHERE p.active AND p.mentoring @> '{"enabled": true}' AND term LIKE 'expertise %'
                                        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5) e),
              'sessionsOverTime', (SELECT jsonb_agg(jsonb_build_object('date', d.day, 'sessions', d.sessions) ORDER BY d.day)
                                     FROM (SELECT g.day::date AS day, count(s.id) AS sessions
                                             FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS g (day)
                                             LEFT JOIN s ON (s.scheduled_at AT TIME ZONE $5)::date = g.day::date
                                            GROUP BY g.day) d)) AS text)
              FROM counted c
             CROSS JOIN (SELECT coalesce(round(sum(o.minutes_a_week) * ($2::date - $1::date + 1) / 7.0), 0) AS minutes
                           FROM internal.mentor_opening o) offered
            """;

    private final Pool pool;
    private final ObjectMapper json;

    Dashboards(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<DashboardView> of(Tuple days) {
        return pool.preparedQuery(FIGURES)
                .execute(days)
                .map(rows -> read(rows.iterator().next().getString(0)));
    }

    private DashboardView read(String figures) {
        try {
            return json.readValue(figures, DashboardView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
