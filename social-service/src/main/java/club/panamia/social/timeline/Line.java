package club.panamia.social.timeline;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.actor.Named;
import club.panamia.social.audience.Audience;
import club.panamia.social.status.StatusView;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * The timelines, newest first, one statement each: {@code $1} and {@code $2} are where the page before ended, {@code $3} how many
 * rows, {@code $4} who reads, {@code $5} what about.
 */
final class Line {

    private static final String AFTER = "(s.published, s.id) < ($1, $2)";
    private static final String NEWEST_FIRST = "ORDER BY s.published DESC, s.id DESC LIMIT $3";

    private static final String SAID_HERE = Audience.NO_ANSWER + " AND NOT s.is_remote";

    static final String PUBLIC = of("s.visibility = 'public' AND " + SAID_HERE, Audience.WANTS_TO_HEAR);

    /** For members: what is said here, to everybody or to each other. */
    static final String LOCAL = of("s.visibility IN ('public', 'local') AND " + SAID_HERE, Audience.WANTS_TO_HEAR);

    /** What an actor of this handle said; $6 tells whether answers are in it. */
    static final String PROFILE =
            of("s.actor_id = " + Named.id("$5"), "s.visibility <> 'direct' AND ($6 OR (" + Audience.NO_ANSWER + "))");

    static final String TAG = among(
            "social_tags g",
            "g.status_id",
            "g.type = 'Hashtag' AND lower(g.name) = lower($5)",
            "s.visibility IN ('public', 'local')");

    /** Who names me, but in direct posts. */
    static final String MENTIONS = among(
            "social_recipients g",
            "g.status_id",
            "g.actor_id = (SELECT id FROM viewer)",
            "s.visibility <> 'direct' AND " + Audience.WANTS_TO_HEAR);

    /** What was sent to me alone, or to a few. */
    static final String RECEIVED = among(
            "social_recipients g", "g.status_id", "g.actor_id = (SELECT id FROM viewer)", "s.visibility = 'direct'");

    static final String SENT = of("s.actor_id = (SELECT id FROM viewer)", "s.visibility = 'direct'");

    private static final String BEHIND = "(" + Audience.FROM + ")";

    /** Who of {@code heard} may be seen at all: who may not takes nobody's place on a page. */
    private static final String WHO_IS_SEEN = """
            CROSS JOIN LATERAL (SELECT a.id FROM social_actors a %s WHERE a.id = %%s LIMIT 1) AS seen
            """.formatted(Audience.SEEN);

    private static final String FOLLOWED = """
            , heard AS (
              SELECT seen.id FROM social_follows f %s
               WHERE f.actor_id = (SELECT id FROM viewer) AND f.status = 'accepted'
              UNION ALL
              SELECT id FROM viewer WHERE id IS NOT NULL
            )
            """.formatted(WHO_IS_SEEN.formatted("f.target_actor_id"));

    /** Who is on a list of mine, {@code $5}, by account or by profile. */
    private static final String LISTED = """
            , listed AS (
              SELECT a.id FROM user_lists l JOIN user_list_members m ON m.list_id = l.id
                JOIN social_actors a ON a.profile_id = m.profile_id
               WHERE l.id = $5 AND l.owner_id = $4
              UNION
              SELECT a.id FROM user_lists l JOIN user_list_members m ON m.list_id = l.id
                JOIN profiles owned ON owned.user_id = m.user_id JOIN social_actors a ON a.profile_id = owned.id
               WHERE l.id = $5 AND l.owner_id = $4
            ), heard AS (
              SELECT seen.id FROM listed %s
            )
            """.formatted(WHO_IS_SEEN.formatted("listed.id"));

    /**
     * A page can only be of those whose newest is among the newest: of everybody who is heard one row is looked at, and of so many as
     * a page has rows the rest, through one index, so that it takes as long in a table of a million as in one of a thousand.
     */
    private static final String SAID = """
            , speakers AS (
              SELECT heard.id
                FROM heard CROSS JOIN LATERAL (
                  SELECT s.published, s.id FROM social_statuses s
                   WHERE s.actor_id = heard.id AND %1$s AND s.visibility <> 'direct' AND NOT s.is_draft AND %2$s
                   ORDER BY s.published DESC, s.id DESC LIMIT 1) AS newest
               WHERE heard.id <> ALL (CAST((SELECT muted || blocked FROM viewer) AS text[]))
               ORDER BY newest.published DESC, newest.id DESC LIMIT $3
            ), said AS (
              SELECT one.id, one.published AS at, one.id AS place
                FROM speakers CROSS JOIN LATERAL (
                  SELECT s.id, s.published FROM social_statuses s
                   WHERE s.actor_id = speakers.id AND %1$s AND s.visibility <> 'direct' AND NOT s.is_draft AND %2$s
                   ORDER BY s.published DESC, s.id DESC LIMIT $3) AS one
               ORDER BY one.published DESC, one.id DESC LIMIT $3
            )
            """.formatted(Audience.NO_ANSWER, AFTER);

    /**
     * What those said or handed on whom I follow, and I myself. A post of somebody whom I hear anyway is not shown again when it is
     * handed on.
     */
    static final String HOME = Audience.viewer("$4")
            + FOLLOWED
            + SAID
            + """
            , boosters AS (
              SELECT heard.id
                FROM heard CROSS JOIN LATERAL (
                  SELECT b.created_at, b.id FROM internal.boost b
                   WHERE b.actor_id = heard.id AND (b.created_at, b.id) < ($1, $2)
                   ORDER BY b.created_at DESC, b.id DESC LIMIT 1) AS newest
               WHERE heard.id <> ALL (CAST((SELECT muted || blocked FROM viewer) AS text[]))
               ORDER BY newest.created_at DESC, newest.id DESC LIMIT 3 * $3
            ), handed_on AS (
              SELECT one.id, one.status_id, one.actor_id, one.created_at
                FROM boosters CROSS JOIN LATERAL (
                  SELECT b.id, b.status_id, b.actor_id, b.created_at FROM internal.boost b
                   WHERE b.actor_id = boosters.id AND (b.created_at, b.id) < ($1, $2)
                   ORDER BY b.created_at DESC, b.id DESC LIMIT $3) AS one
               ORDER BY one.created_at DESC, one.id DESC LIMIT 3 * $3
            ), newest AS (
              SELECT said.id, said.at, said.place, CAST(NULL AS text) AS booster FROM said
              UNION ALL
              SELECT s.id, h.created_at, h.id, h.actor_id
                FROM handed_on h JOIN %2$s ON s.id = h.status_id
               WHERE s.actor_id NOT IN (SELECT id FROM heard) AND %3$s AND %4$s
               ORDER BY at DESC, place DESC LIMIT $3
            )
            SELECT %1$s, newest.at AS boosted_at, newest.place AS boost_id, who.id AS booster_id, who.username AS booster_username,
                   who.name AS booster_name
              FROM newest JOIN %2$s ON s.id = newest.id LEFT JOIN social_actors who ON who.id = newest.booster
             WHERE %3$s
             ORDER BY newest.at DESC, newest.place DESC
            """.formatted(StatusView.COLUMNS, BEHIND, Audience.MAY_SEE, Audience.WANTS_TO_HEAR);

    /** What those said who are on a list of mine, {@code $5}. */
    static final String LIST =
            Audience.viewer("$4") + LISTED + SAID + """
            SELECT %s FROM said JOIN %s ON s.id = said.id WHERE %s ORDER BY said.at DESC, said.place DESC
            """.formatted(StatusView.COLUMNS, BEHIND, Audience.MAY_SEE);

    private Line() {}

    private static String of(String which, String wanted) {
        return Audience.viewer("$4")
                + "SELECT %s FROM %s WHERE %s AND %s AND %s AND %s %s"
                        .formatted(
                                StatusView.COLUMNS,
                                Audience.FROM,
                                which,
                                wanted,
                                AFTER,
                                Audience.MAY_SEE,
                                NEWEST_FIRST);
    }

    /** Those that rows {@code g} of a table lead to, which have the post's time in their index. */
    private static String among(String table, String key, String which, String wanted) {
        return Audience.viewer("$4")
                + "SELECT %s FROM %s JOIN %s ON %s = s.id WHERE %s AND %s AND %s AND %s %s"
                        .formatted(
                                StatusView.COLUMNS,
                                Audience.FROM,
                                table,
                                key,
                                which,
                                wanted,
                                "(g.published, g.status_id) < ($1, $2)",
                                Audience.MAY_SEE,
                                "ORDER BY g.published DESC, g.status_id DESC LIMIT $3");
    }

    static Tuple values(@Nullable Actor reader, PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(end.time(0), end.text(1), page.rows(), reader == null ? null : reader.userId());
    }

    static Tuple values(@Nullable Actor reader, PageQuery page, String about) {
        return values(reader, page).addString(about);
    }
}
