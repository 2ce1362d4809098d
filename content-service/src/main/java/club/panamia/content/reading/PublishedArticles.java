package club.panamia.content.reading;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** The articles that are published, newest first. */
@Singleton
class PublishedArticles {

    /** The page is cut before anybody's name is looked up. */
    private static final String LISTED = """
            SELECT page.*, u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
                   jsonb_array_length(jsonb_path_query_array(page.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count
              FROM (SELECT a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.language, a.tags,
                           a.cover_image, a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.co_authors,
                           a.credited_as
                      FROM articles a
                     WHERE a.status = 'published' AND (a.published_at, a.id) < ($1, $2)
            """;

    private static final String OF_TYPE = "           AND a.article_type = $%d::text::article_type\n";
    private static final String TAGGED = "           AND a.tags @> ARRAY[$%d::text]\n";
    private static final String SIGNED = """
                     ORDER BY a.published_at DESC, a.id DESC
                     LIMIT $3) page
              LEFT JOIN users u ON u.id = page.author_id AND u.scrubbed_at IS NULL
             ORDER BY page.published_at DESC, page.id DESC
            """;

    private final ReadPool pool;

    PublishedArticles(ReadPool pool) {
        this.pool = pool;
    }

    Uni<Page<ArticleCard>> page(ArticleFilter filter, PageQuery page) {
        return pool.ask(sql(filter), values(filter, page))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ArticleCard::of)
                                .toList(),
                        page,
                        ArticleCard::position));
    }

    /** Only the conditions that were asked for, so that each question gets the index that fits it. */
    static String sql(ArticleFilter filter) {
        var next = 4;
        var sql = new StringBuilder(LISTED);
        if (filter.type().isPresent()) {
            sql.append(OF_TYPE.formatted(next++));
        }
        if (filter.tag().isPresent()) {
            sql.append(TAGGED.formatted(next));
        }
        return sql.append(SIGNED).toString();
    }

    static Tuple values(ArticleFilter filter, PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        var values = Tuple.tuple()
                .addOffsetDateTime(end.time(0))
                .addString(end.text(1))
                .addInteger(page.rows());
        filter.type().ifPresent(values::addString);
        filter.tag().ifPresent(values::addString);
        return values;
    }
}
