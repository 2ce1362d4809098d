package club.panamia.ops.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts, one statement each. */
@ApplicationScoped
public class Figures {

    private static final String NOW = """
            SELECT (SELECT count(*) FROM users WHERE scrubbed_at IS NULL) AS users,
                   (SELECT count(*) FROM users WHERE locked_at IS NOT NULL AND scrubbed_at IS NULL) AS locked_users,
                   (SELECT count(*) FROM sessions WHERE expires > now()) AS open_sessions,
                   (SELECT coalesce(jsonb_object_agg(status, n), '{}') FROM (
                      SELECT status::text, count(*) AS n FROM profiles GROUP BY 1) p) AS profiles,
                   (SELECT coalesce(jsonb_object_agg(status, n), '{}') FROM (
                      SELECT status::text, count(*) AS n FROM articles GROUP BY 1) a) AS articles,
                   (SELECT count(*) FROM social_statuses) AS posts,
                   (SELECT coalesce(jsonb_object_agg(status, n), '{}') FROM (
                      SELECT status::text, count(*) AS n FROM mentor_sessions GROUP BY 1) s) AS mentoring_sessions,
                   (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
                      SELECT state, count(*) AS n FROM internal.notification_delivery GROUP BY 1) d) AS deliveries,
                   (SELECT jsonb_build_object(
                             'reading', count(*) FILTER (WHERE confirmed_at IS NOT NULL AND unsubscribed_at IS NULL),
                             'waiting', count(*) FILTER (WHERE confirmed_at IS NULL AND unsubscribed_at IS NULL),
                             'left', count(*) FILTER (WHERE unsubscribed_at IS NOT NULL))
                      FROM newsletter_signups) AS newsletter,
                   (SELECT coalesce(jsonb_object_agg(type, n), '{}') FROM (
                      SELECT coalesce(signup_type::text, 'unknown') AS type, count(*) AS n FROM newsletter_signups
                       WHERE confirmed_at IS NOT NULL AND unsubscribed_at IS NULL GROUP BY 1) t) AS readers_by_type,
                   (SELECT jsonb_build_object(
                             'open', count(*) FILTER (WHERE NOT acknowledged AND quarantined_for IS NULL),
                             'acknowledged', count(*) FILTER (WHERE acknowledged AND quarantined_for IS NULL),
                             'quarantined', count(*) FILTER (WHERE quarantined_for IS NOT NULL))
                      FROM contact_submissions) AS messages,
                   (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
                      SELECT state, count(*) AS n FROM internal.mail_outbox GROUP BY 1) m) AS mails,
                   (SELECT count(*) FROM internal.mail_suppression
                     WHERE greatest(bounced_at, complained_at) > coalesce(lifted_at, '-infinity')) AS suppressed_addresses,
                   (SELECT coalesce(jsonb_object_agg(consumer, n), '{}') FROM (
                      SELECT consumer, count(*) AS n FROM internal.parked_event GROUP BY 1) e) AS parked_events
            """;

    /** Every day of the last so many, today included, also those on which nothing was new. */
    private static final String BY_DAY = """
            WITH today AS (SELECT (now() AT TIME ZONE 'UTC')::date AS day)
            SELECT d::date AS day, coalesce(c.n, 0) AS count
              FROM today, generate_series(today.day - ($1::int - 1), today.day, interval '1 day') d
              LEFT JOIN (
                SELECT (t.created_at AT TIME ZONE 'UTC')::date AS at, count(*) AS n
                  FROM %s t, today
                 WHERE t.created_at >= (today.day - ($1::int - 1)) AT TIME ZONE 'UTC'
                 GROUP BY 1) c ON c.at = d::date
             ORDER BY d
            """;

    private final Pool pool;

    Figures(Pool pool) {
        this.pool = pool;
    }

    public Uni<FiguresView> now() {
        return pool.query(NOW)
                .execute()
                .map(rows -> FiguresView.of(rows.iterator().next()));
    }

    public Uni<List<DayView>> byDay(Growth growth, int days) {
        return pool.preparedQuery(BY_DAY.formatted(growth.table()))
                .mapping(row -> new DayView(row.getLocalDate("day"), row.getLong("count")))
                .execute(Tuple.of(days))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
