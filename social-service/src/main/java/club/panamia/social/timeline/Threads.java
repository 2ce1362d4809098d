package club.panamia.social.timeline;

import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Conversations. One statement walks up and down from a post; what is not meant for the viewer, or unwanted, is walked
 * through and left out.
 * Posts of other servers may answer each other in a circle: each stands there once.
 */
@Singleton
class Threads {

    /** {@code depth} is 0 for the post itself, below it for what it answers, above it for what answers it. */
    static final String AROUND = Audience.viewer("$1")
            + Filtering.FILTERS
            + """
                    , up AS (
                      SELECT o.id, o.in_reply_to_id, 0 AS depth FROM social_statuses o WHERE o.id = $2
                      UNION ALL
                      SELECT o.id, o.in_reply_to_id, up.depth - 1
                        FROM up JOIN social_statuses o ON o.id = up.in_reply_to_id WHERE up.depth > -100
                    ), down AS (
                      SELECT o.id, 0 AS depth FROM social_statuses o WHERE o.id = $2
                      UNION ALL
                      SELECT o.id, down.depth + 1
                        FROM down JOIN social_statuses o ON o.in_reply_to_id = down.id WHERE down.depth < 50
                    ), before AS (
                      SELECT id, max(depth) AS depth FROM up GROUP BY id
                    ), around AS (
                      SELECT id, depth FROM before
                      UNION ALL
                      (SELECT id, min(depth) FROM down WHERE id NOT IN (SELECT id FROM before) GROUP BY id ORDER BY 2 LIMIT 1000)
                    )
                    SELECT around.depth, %s, %s
                      FROM around JOIN (%s) ON s.id = around.id
                     WHERE %s AND (around.depth = 0 OR %s)
                     ORDER BY least(around.depth, 1), s.published, s.id
                     LIMIT 301
                    """.formatted(
                            StatusView.COLUMNS,
                            Filtering.filtered(FilterContext.THREAD),
                            Audience.FROM,
                            Audience.MAY_SEE,
                            Filtering.wanted(FilterContext.THREAD));

    private static final int MOST_ANSWERS = 200;

    private final Pool pool;
    private final MediaLinks links;

    Threads(Pool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    /** There is a thread only around a post that the viewer may see. */
    Uni<ThreadView> around(@Nullable Actor viewer, String id) {
        return pool.preparedQuery(AROUND)
                .execute(Tuple.of(viewer == null ? null : viewer.userId(), id))
                .map(this::thread);
    }

    private ThreadView thread(RowSet<Row> rows) {
        var before = new ArrayList<StatusView>();
        var after = new ArrayList<StatusView>();
        var isThere = false;
        for (var row : rows) {
            switch (Integer.signum(row.getInteger("depth"))) {
                case -1 -> before.add(StatusView.of(row, links));
                case 0 -> isThere = true;
                default -> after.add(StatusView.of(row, links));
            }
        }
        if (!isThere) {
            throw NO_SUCH_STATUS.because("There is none, or it is not meant for you.");
        }
        return new ThreadView(before, after.subList(0, Math.min(after.size(), MOST_ANSWERS)));
    }
}
