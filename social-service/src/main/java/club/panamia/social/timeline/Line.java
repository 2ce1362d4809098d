package club.panamia.social.timeline;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.actor.Named;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.status.StatusView;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * The timelines, newest first, one statement each: {@code $1} and {@code $2} are where the page before ended, {@code $3} how many
 * rows, {@code $4} who reads, {@code $5} what about.
 */
final class Line {

    static final String AFTER = "(s.published, s.id) < ($1, $2)";
    private static final String NEWEST_FIRST = "ORDER BY s.published DESC, s.id DESC LIMIT $3";

    static final String VIEWER = Audience.viewer("$4") + Filtering.FILTERS;

    private static final String SAID_HERE = Audience.NO_ANSWER + " AND NOT s.is_remote";

    static final String PUBLIC =
            of(FilterContext.PUBLIC, "s.visibility = 'public' AND " + SAID_HERE, Audience.WANTS_TO_HEAR);

    /** For members: what is said here, to everybody or to each other. */
    static final String LOCAL =
            of(FilterContext.PUBLIC, "s.visibility IN ('public', 'local') AND " + SAID_HERE, Audience.WANTS_TO_HEAR);

    /** What an actor of this handle said; $6 tells whether answers are in it. */
    static final String PROFILE = of(
            FilterContext.PROFILE,
            "s.actor_id = " + Named.id("$5"),
            "s.visibility <> 'direct' AND ($6 OR (" + Audience.NO_ANSWER + "))");

    static final String TAG = among(
            FilterContext.PUBLIC,
            "social_tags g",
            "g.status_id",
            "g.type = 'Hashtag' AND lower(g.name) = lower($5)",
            "s.visibility IN ('public', 'local')");

    /** Who names me, but in direct posts. */
    static final String MENTIONS = among(
            FilterContext.MENTIONS,
            "social_recipients g",
            "g.status_id",
            "g.actor_id = (SELECT id FROM viewer)",
            "s.visibility <> 'direct' AND " + Audience.WANTS_TO_HEAR);

    /** What was sent to me alone, or to a few. */
    static final String RECEIVED = among(
            FilterContext.MENTIONS,
            "social_recipients g",
            "g.status_id",
            "g.actor_id = (SELECT id FROM viewer)",
            "s.visibility = 'direct'");

    static final String SENT =
            of(FilterContext.MENTIONS, "s.actor_id = (SELECT id FROM viewer)", "s.visibility = 'direct'");

    /** What those said or handed on whom I follow, and I myself. */
    static final String HOME = VIEWER + HeardLine.FOLLOWED + HeardLine.saidOrHandedOn(FilterContext.HOME);

    /** The same of who is on a list of mine, {@code $5}. */
    static final String LIST = VIEWER + HeardLine.LISTED + HeardLine.saidOrHandedOn(FilterContext.LISTS);

    private Line() {}

    private static String of(FilterContext here, String which, String wanted) {
        return VIEWER
                + "SELECT %s, %s FROM %s WHERE %s AND %s AND %s AND %s AND %s %s"
                        .formatted(
                                StatusView.COLUMNS,
                                Filtering.filtered(here),
                                Audience.FROM,
                                which,
                                wanted,
                                AFTER,
                                Audience.MAY_SEE,
                                Filtering.wanted(here),
                                NEWEST_FIRST);
    }

    /** Those that rows {@code g} of a table lead to, which have the post's time in their index. */
    private static String among(FilterContext here, String table, String key, String which, String wanted) {
        return VIEWER
                + "SELECT %s, %s FROM %s JOIN %s ON %s = s.id WHERE %s AND %s AND %s AND %s AND %s %s"
                        .formatted(
                                StatusView.COLUMNS,
                                Filtering.filtered(here),
                                Audience.FROM,
                                table,
                                key,
                                which,
                                wanted,
                                "(g.published, g.status_id) < ($1, $2)",
                                Audience.MAY_SEE,
                                Filtering.wanted(here),
                                "ORDER BY g.published DESC, g.status_id DESC LIMIT $3");
    }

    static Tuple values(@Nullable Actor reader, PageQuery page) {
        return values(reader, end(page), page.rows());
    }

    static Tuple values(@Nullable Actor reader, Cursor end, int rows) {
        return Tuple.of(end.time(0), end.text(1), rows, reader == null ? null : reader.userId());
    }

    /** Where the page before ended. */
    static Cursor end(PageQuery page) {
        return page.after(2).orElse(Cursor.NEWEST);
    }

    static Tuple values(@Nullable Actor reader, PageQuery page, String about) {
        return values(reader, page).addString(about);
    }
}
