package club.panamia.social.conversation;

import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.status.StatusView;

/**
 * The questions about what is said among few. Such posts live for seven days, so that all of somebody's are looked through; a
 * conversation is known by the people in it.
 */
final class Talk {

    /** {@code $1} is who asks. */
    private static final String MINE = Audience.viewer("$1")
            + Filtering.FILTERS
            + """
            , direct AS (
              SELECT s.id FROM social_statuses s
               WHERE s.actor_id = (SELECT id FROM viewer) AND s.visibility = 'direct' AND s.published > now() - interval '8 days'
              UNION
              SELECT r.status_id FROM social_recipients r
               WHERE r.actor_id = (SELECT id FROM viewer) AND r.published > now() - interval '8 days'
            ), message AS (
              SELECT s.id, s.published, s.actor_id,
                     ARRAY(SELECT s.actor_id
                           UNION SELECT r.actor_id FROM social_recipients r WHERE r.status_id = s.id AND r.actor_id IS NOT NULL
                           ORDER BY 1) AS people
                FROM direct JOIN (%s) ON s.id = direct.id
               WHERE s.visibility = 'direct' AND %s AND %s
            ), told AS (
              SELECT m.*, encode(sha256(convert_to(array_to_string(m.people, ' '), 'UTF8')), 'hex') AS about FROM message m
            ), conversation AS (
              SELECT t.about, t.people, (array_agg(t.id ORDER BY t.published DESC, t.id DESC))[1] AS last,
                     count(*) FILTER (WHERE t.actor_id <> (SELECT id FROM viewer)
                                        AND (k.id IS NULL OR (t.published, t.id) > (k.published, k.status_id))) AS unread
                FROM told t
                LEFT JOIN internal.read_marker k ON k.actor_id = (SELECT id FROM viewer) AND k.about = t.about
               GROUP BY t.about, t.people
            )
            """.formatted(Audience.FROM, Audience.MAY_SEE, Filtering.wanted(FilterContext.MENTIONS));

    /** {@code $2} and {@code $3} are where the page before ended, {@code $4} how many rows. */
    static final String CONVERSATIONS =
            MINE + """
            SELECT %s, %s, c.about AS conversation, c.unread,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('id', w.id, 'username', w.username, 'domain', w.domain, 'name', w.name,
                                                                 'iconUrl', w.icon_url) ORDER BY w.id)
                               FROM social_actors w WHERE w.id = ANY (c.people) AND w.id <> (SELECT id FROM viewer)), '[]') AS talkers
              FROM conversation c JOIN (%s) ON s.id = c.last
             WHERE (s.published, s.id) < ($2, $3)
             ORDER BY s.published DESC, s.id DESC
             LIMIT $4
            """.formatted(StatusView.COLUMNS, Filtering.filtered(FilterContext.MENTIONS), Audience.FROM);

    /** The same for one conversation, {@code $5}. */
    static final String MESSAGES =
            MINE + """
            SELECT %s, %s
              FROM told t JOIN (%s) ON s.id = t.id
             WHERE t.about = $5 AND (t.published, t.id) < ($2, $3)
             ORDER BY t.published DESC, t.id DESC
             LIMIT $4
            """.formatted(StatusView.COLUMNS, Filtering.filtered(FilterContext.MENTIONS), Audience.FROM);

    /** Only forward: {@code $2} is the conversation, {@code $3} the post. Marks of conversations that are over go. */
    static final String READ = MINE + """
            , post AS (
              SELECT published, id FROM told WHERE about = $2 AND id = $3
            ), over AS (
              DELETE FROM internal.read_marker
               WHERE actor_id = (SELECT id FROM viewer) AND about NOT IN ('mentions', $2) AND published < now() - interval '9 days'
            ), marked AS (%s)
            SELECT FROM post
            """.formatted(mark("$2"));

    static final String READ_MENTIONS = Audience.viewer("$1") + """
            , post AS (
              SELECT published, status_id AS id FROM social_recipients
               WHERE actor_id = (SELECT id FROM viewer) AND status_id = $2 LIMIT 1
            ), marked AS (%s)
            SELECT FROM post
            """.formatted(mark("'mentions'"));

    static final String UNREAD = MINE
            + """
            SELECT (SELECT coalesce(sum(unread), 0)::bigint FROM conversation) AS messages,
                   (SELECT count(*)
                      FROM %s JOIN social_recipients g ON g.status_id = s.id
                     WHERE g.actor_id = (SELECT id FROM viewer) AND s.visibility <> 'direct' AND s.actor_id <> g.actor_id
                       AND (g.published, g.status_id) > (SELECT coalesce(max(k.published), '-infinity'), coalesce(max(k.status_id), '')
                                                           FROM internal.read_marker k
                                                          WHERE k.actor_id = (SELECT id FROM viewer) AND k.about = 'mentions')
                       AND %s AND %s AND %s) AS mentions
            """.formatted(
                    Audience.FROM, Audience.WANTS_TO_HEAR, Audience.MAY_SEE, Filtering.wanted(FilterContext.MENTIONS));

    private Talk() {}

    private static String mark(String about) {
        return """
                INSERT INTO internal.read_marker AS known (actor_id, about, published, status_id)
                SELECT (SELECT id FROM viewer), %s, published, id FROM post
                ON CONFLICT (actor_id, about) DO UPDATE SET published = excluded.published, status_id = excluded.status_id
                 WHERE (excluded.published, excluded.status_id) > (known.published, known.status_id)
                """.formatted(about);
    }
}
