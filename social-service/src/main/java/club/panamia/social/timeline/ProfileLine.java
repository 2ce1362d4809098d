package club.panamia.social.timeline;

import club.panamia.social.actor.Named;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.status.StatusView;

/**
 * What somebody said, and what they handed on, newest first; the parameters are those of {@link Line#PROFILE}. Who may not see the
 * actor, or the post, sees neither that it was handed on.
 */
final class ProfileLine {

    /** The viewer may see who hands on: as they may see what the same person says to everybody. */
    private static final String BOOSTER_IS_SEEN = """
            EXISTS (SELECT FROM social_actors a %s
                     WHERE a.id = b.actor_id AND a.id <> ALL (CAST((SELECT blocked FROM viewer) AS text[])) AND %s
                       AND (a.standing = 'good' OR a.id = (SELECT id FROM viewer)
                            OR EXISTS (SELECT FROM social_follows f
                                        WHERE f.actor_id = (SELECT id FROM viewer) AND f.target_actor_id = a.id
                                          AND f.status = 'accepted')))
            """.formatted(Audience.SEEN, Audience.IS_OF_NO_SERVER_KEPT_AWAY);

    static final String WITH_BOOSTS = Line.VIEWER
            + """
            , speaker AS MATERIALIZED (
              SELECT %6$s AS id
            ), said AS (
              SELECT s.id, s.published AS at, s.id AS place, CAST(NULL AS text) AS booster
                FROM %2$s
               WHERE s.actor_id = (SELECT id FROM speaker) AND s.visibility <> 'direct' AND ($6 OR (%5$s))
                 AND (s.published, s.id) < ($1, $2) AND %3$s AND %7$s
               ORDER BY s.published DESC, s.id DESC LIMIT $3
            ), handed_on AS (
              SELECT s.id, b.created_at, b.id AS place, b.actor_id
                FROM internal.boost b JOIN (%2$s) ON s.id = b.status_id
               WHERE b.actor_id = (SELECT id FROM speaker) AND (b.created_at, b.id) < ($1, $2) AND %3$s AND %4$s AND %7$s
               ORDER BY b.created_at DESC, b.id DESC LIMIT $3
            ), newest AS (
              SELECT * FROM said UNION ALL SELECT * FROM handed_on ORDER BY at DESC, place DESC LIMIT $3
            )
            SELECT %1$s, %8$s, newest.at AS boosted_at, newest.place AS boost_id, who.id AS booster_id, who.username AS booster_username,
                   who.name AS booster_name
              FROM newest JOIN (%2$s) ON s.id = newest.id LEFT JOIN social_actors who ON who.id = newest.booster
             ORDER BY newest.at DESC, newest.place DESC
            """.formatted(
                            StatusView.COLUMNS,
                            Audience.FROM,
                            Audience.MAY_SEE,
                            BOOSTER_IS_SEEN,
                            Audience.NO_ANSWER,
                            Named.id("$5"),
                            Filtering.wanted(FilterContext.PROFILE),
                            Filtering.filtered(FilterContext.PROFILE));

    private ProfileLine() {}
}
