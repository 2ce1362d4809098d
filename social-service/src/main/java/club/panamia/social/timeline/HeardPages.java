package club.panamia.social.timeline;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Pages of a {@link HeardLine}. Mostly one look is enough; where a reader may not see, or does not want to read, much of what is there,
 * the next rows are looked at until the page is full. A page may hold less only where nearly nothing is left of {@link #MOST_LOOKS}
 * looks, and goes on from there.
 */
@Singleton
class HeardPages {

    static final int MOST_LOOKS = 5;

    /** Whoever has to look once more looks at more. */
    static final int FURTHER_ROWS = 50;

    private final Pool pool;
    private final MediaLinks links;

    HeardPages(Pool pool, MediaLinks links) {
        this.pool = pool;
        this.links = links;
    }

    /** @param values of the parameters, for the rows after a place */
    Uni<Page<StatusView>> of(String line, PageQuery page, BiFunction<Cursor, Integer, Tuple> values) {
        return new Looking(line, page, values).on(Line.end(page), page.rows());
    }

    private final class Looking {

        private final String line;
        private final PageQuery page;
        private final BiFunction<Cursor, Integer, Tuple> values;
        private final List<StatusView> found = new ArrayList<>();
        private int looks;

        Looking(String line, PageQuery page, BiFunction<Cursor, Integer, Tuple> values) {
            this.line = line;
            this.page = page;
            this.values = values;
        }

        Uni<Page<StatusView>> on(Cursor after, int many) {
            looks++;
            return pool.preparedQuery(line).execute(values.apply(after, many)).chain(rows -> found(rows, after, many));
        }

        private Uni<Page<StatusView>> found(RowSet<Row> rows, Cursor after, int many) {
            var last = after;
            for (var row : rows) {
                last = HeardLine.place(row);
                if (HeardLine.isShown(row) && found.size() < page.rows()) {
                    found.add(StatusView.of(row, links));
                }
            }
            if (found.size() == page.rows() || rows.size() < many) {
                return Uni.createFrom().item(Page.of(found, page, StatusView::position));
            }
            return looks < MOST_LOOKS
                    ? on(last, Math.max(page.rows(), FURTHER_ROWS))
                    : Uni.createFrom().item(new Page<>(List.copyOf(found), last.encode()));
        }
    }
}
