package club.panamia.social.timeline;

import club.panamia.kernel.page.Cursor;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.status.StatusView;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What some whom a reader hears said or handed on, newest first; the parameters are those of {@link Line}. A page can only be of
 * those whose newest is among the newest: of everybody who is heard one row is looked at, and of so many as a page has rows the
 * rest, through one index, so that it takes as long in a table of a million as in one of a thousand.
 */
final class HeardLine {

    /** Who of them may be seen at all: who may not takes nobody's place on a page, and neither does whom one mutes or blocks. */
    private static final String WHO_IS_SEEN = """
            CROSS JOIN LATERAL (SELECT a.id FROM social_actors a %s
                                 WHERE a.id = %%1$s AND a.id <> ALL (CAST((SELECT muted || blocked FROM viewer) AS text[]))
                                   AND %s
                                 LIMIT 1) AS seen
            """.formatted(Audience.SEEN, Audience.IS_OF_NO_SERVER_KEPT_AWAY);

    static final String FOLLOWED = """
            , heard AS MATERIALIZED (
              SELECT seen.id FROM social_follows f %s
               WHERE f.actor_id = (SELECT id FROM viewer) AND f.status = 'accepted'
              UNION ALL
              SELECT id FROM viewer WHERE id IS NOT NULL
            )
            """.formatted(WHO_IS_SEEN.formatted("f.target_actor_id"));

    /** Who is on a list of mine, {@code $5}, by account or by profile. */
    static final String LISTED = """
            , listed AS (
              SELECT a.id FROM user_lists l JOIN user_list_members m ON m.list_id = l.id
                JOIN social_actors a ON a.profile_id = m.profile_id
               WHERE l.id = $5 AND l.owner_id = $4
              UNION
              SELECT a.id FROM user_lists l JOIN user_list_members m ON m.list_id = l.id
                JOIN profiles owned ON owned.user_id = m.user_id JOIN social_actors a ON a.profile_id = owned.id
               WHERE l.id = $5 AND l.owner_id = $4
            ), heard AS MATERIALIZED (
              SELECT seen.id FROM listed %s
            )
            """.formatted(WHO_IS_SEEN.formatted("listed.id"));

    private static final String SAID = """
            , speakers AS (
              SELECT heard.id
                FROM heard CROSS JOIN LATERAL (
                  SELECT s.published, s.id FROM social_statuses s
                   WHERE s.actor_id = heard.id AND %1$s AND s.visibility <> 'direct' AND NOT s.is_draft AND %2$s
                   ORDER BY s.published DESC, s.id DESC LIMIT 1) AS newest
               ORDER BY newest.published DESC, newest.id DESC LIMIT $3
            ), said AS (
              SELECT one.id, one.published AS at, one.id AS place
                FROM speakers CROSS JOIN LATERAL (
                  SELECT s.id, s.published FROM social_statuses s
                   WHERE s.actor_id = speakers.id AND %1$s AND s.visibility <> 'direct' AND NOT s.is_draft AND %2$s
                   ORDER BY s.published DESC, s.id DESC LIMIT $3) AS one
               ORDER BY one.published DESC, one.id DESC LIMIT $3
            )
            """;

    /**
     * Whoever of the heard handed a post {@code b} on last stands for all of them: on whichever page, it is shown once. It is asked for
     * one after the other, from the newest on, and for no more than it takes: the planner would ask for all.
     */
    private static final String HANDED_ON_LAST = """
            (SELECT true FROM internal.boost n
                      WHERE n.status_id = b.status_id AND (n.created_at, n.id) > (b.created_at, b.id)
                        AND (n.actor_id IN (SELECT id FROM heard)) IS TRUE
                      LIMIT 1) IS NULL""";

    /**
     * What is older than a whole page of what was said is on a later one. Of everybody some more than a page has rows: a post of
     * somebody who is heard anyway is not shown again, and takes nobody's place.
     */
    private static final String HANDED_ON = """
            , horizon AS MATERIALIZED (
              SELECT CASE WHEN count(*) < $3 THEN CAST('-infinity' AS timestamptz) ELSE min(said.at) END AS at FROM said
            ), newest_of_each AS (
              SELECT one.id, one.status_id, one.actor_id, one.created_at
                FROM heard CROSS JOIN LATERAL (
                  SELECT b.id, b.status_id, b.actor_id, b.created_at FROM internal.boost b
                   WHERE b.actor_id = heard.id AND (b.created_at, b.id) < ($1, $2) AND b.created_at >= (SELECT at FROM horizon)
                   ORDER BY b.created_at DESC, b.id DESC LIMIT 20 + $3) AS one
            ), handed_on AS (
              SELECT b.id, b.status_id, b.actor_id, b.created_at
                FROM (SELECT each.* FROM newest_of_each AS each
                       CROSS JOIN LATERAL (SELECT s.actor_id FROM social_statuses s WHERE s.id = each.status_id LIMIT 1) AS post
                       WHERE post.actor_id NOT IN (SELECT id FROM heard)
                       ORDER BY each.created_at DESC, each.id DESC LIMIT 5000) AS b
               WHERE %s
               ORDER BY b.created_at DESC, b.id DESC LIMIT $3
            )
            """.formatted(HANDED_ON_LAST);

    /** The rule is asked of what is on the page: where it says no, the row has a place and no post. */
    private static final String NEWEST = """
            , newest AS (
              SELECT said.id, said.at, said.place, CAST(NULL AS text) AS booster FROM said
              UNION ALL
              SELECT h.status_id, h.created_at, h.id, h.actor_id FROM handed_on h
               ORDER BY at DESC, place DESC LIMIT $3
            )
            SELECT shown.*, newest.at AS boosted_at, newest.place AS boost_id, who.id AS booster_id,
                   who.username AS booster_username, who.name AS booster_name
              FROM newest
              LEFT JOIN LATERAL (SELECT %s, %s FROM %s WHERE s.id = newest.id AND %s AND %s AND %s) AS shown ON true
              LEFT JOIN social_actors who ON who.id = newest.booster
             ORDER BY newest.at DESC, newest.place DESC
            """;

    private HeardLine() {}

    static String saidOrHandedOn(FilterContext here) {
        return SAID.formatted(Audience.NO_ANSWER, Line.AFTER)
                + HANDED_ON
                + NEWEST.formatted(
                        StatusView.COLUMNS,
                        Filtering.filtered(here),
                        Audience.FROM,
                        Audience.MAY_SEE,
                        Audience.WANTS_TO_HEAR,
                        Filtering.wanted(here));
    }

    /** Whether the reader sees a post in this place. */
    static boolean isShown(Row row) {
        return row.getString("id") != null;
    }

    /** The place of a row, after which the next page begins. */
    static Cursor place(Row row) {
        return Cursor.of(row.getOffsetDateTime("boosted_at").toInstant(), row.getString("boost_id"));
    }
}
