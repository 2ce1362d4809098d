package club.panamia.content.tag;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.database.ReadPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Tags by how many published articles have them. */
@Singleton
class Tags {

    static final String MOST_USED = """
            SELECT used.*
              FROM (SELECT t.tag, count(*)::int AS articles, max(a.published_at) AS latest
                      FROM articles a CROSS JOIN unnest(a.tags) AS t (tag)
                     WHERE a.status = 'published'
                     GROUP BY t.tag) used
             WHERE $1 = '' OR starts_with(internal.fold(used.tag), internal.fold($1))
             ORDER BY used.articles DESC, used.tag
             LIMIT 100
            """;

    static final String ONE = """
            SELECT $1::text AS tag, count(*)::int AS articles, max(a.published_at) AS latest
              FROM articles a
             WHERE a.status = 'published' AND a.tags @> ARRAY[$1::text]
            HAVING count(*) > 0
            """;

    private final ReadPool pool;

    Tags(ReadPool pool) {
        this.pool = pool;
    }

    Uni<List<TagView>> mostUsed(String beginning) {
        return pool.ask(MOST_USED, Tuple.of(beginning))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TagView::of)
                        .toList());
    }

    Uni<TagView> one(String tag) {
        return pool.ask(ONE, Tuple.of(tag)).map(Tags::theOne);
    }

    private static TagView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOT_FOUND.because("No published article has this tag.");
        }
        return TagView.of(rows.iterator().next());
    }
}
