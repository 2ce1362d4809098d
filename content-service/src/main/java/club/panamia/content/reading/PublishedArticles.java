package club.panamia.content.reading;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The articles that are published, newest first. */
@Singleton
public class PublishedArticles {

    /** The page is cut before anybody's name is looked up. */
    private static final String LISTED = """
            SELECT page.id, page.slug, page.title, page.excerpt, page.article_type, page.language, page.tags, page.cover_image,
                   page.cover_image_alt, page.reading_time, page.published_at, page.author_id, page.credited_as,
                   u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
                   jsonb_array_length(jsonb_path_query_array(page.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count
              FROM (SELECT a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.language, a.tags,
                           a.cover_image, a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.co_authors,
                           a.credited_as
                      FROM articles a
                     WHERE a.status = 'published' AND (a.published_at, a.id) < ($1, $2)
            """;

    private static final String OF_TYPE = "           AND a.article_type = $%d::text::article_type\n";
    /** Who wrote few is found by what they wrote, and not by reading everything from the newest on until a page is full. */
    private static final String BY = """
                       AND (SELECT w.id FROM users w WHERE lower(w.screenname) = lower($%1$d::text) AND w.scrubbed_at IS NULL) IS NOT NULL
                       AND a.id = ANY (ARRAY(
                             SELECT b.id FROM articles b
                              WHERE b.author_id = (SELECT w.id FROM users w WHERE lower(w.screenname) = lower($%1$d::text))
                              UNION
                             SELECT b.id FROM articles b
                              WHERE b.co_authors @> jsonb_build_array(jsonb_build_object('status', 'accepted',
                                      'userId', (SELECT w.id FROM users w WHERE lower(w.screenname) = lower($%1$d::text))))))
            """;

    private static final String FEATURED = """
                       AND a.id IN (SELECT f.article_id FROM internal.featured_article f)
            """;

    /** It stands first only while the person stands under it. */
    private static final String PINNED_BY = BY.formatted(4) + """
                       AND a.id = (SELECT p.article_id FROM internal.pinned_article p JOIN users w ON w.id = p.person_id
                                    WHERE lower(w.screenname) = lower($4::text) AND w.scrubbed_at IS NULL)
            """;

    private static final String ANSWERING = "           AND a.in_reply_to = $4::text\n";

    private static final String PUBLISHED = "SELECT a.id FROM articles a WHERE a.slug = $1 AND a.status = 'published'";

    /** The page is cut before anybody's name is looked up. */
    static final String RELATED = """
            SELECT page.id, page.slug, page.title, page.excerpt, page.article_type, page.language, page.tags, page.cover_image,
                   page.cover_image_alt, page.reading_time, page.published_at, page.author_id, page.credited_as,
                   u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
                   jsonb_array_length(jsonb_path_query_array(page.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count
              FROM (SELECT a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.language, a.tags,
                           a.cover_image, a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.co_authors,
                           a.credited_as,
                           (SELECT count(*) FROM unnest(a.tags) AS t (tag) WHERE t.tag = ANY (this.tags)) AS shared
                      FROM articles this
                      JOIN articles a ON a.tags && this.tags AND a.status = 'published' AND a.id <> this.id
                     WHERE this.id = $1
                     ORDER BY shared DESC, a.published_at DESC, a.id DESC
                     LIMIT 6) page
              LEFT JOIN users u ON u.id = page.author_id AND u.scrubbed_at IS NULL
             ORDER BY page.shared DESC, page.published_at DESC, page.id DESC
            """;

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
        return cards(sql(filter), values(filter, page), page);
    }

    /** Only the conditions that were asked for, so that each question gets the index that fits it. */
    static String sql(ArticleFilter filter) {
        var next = 4;
        var sql = new StringBuilder(LISTED);
        if (filter.type().isPresent()) {
            sql.append(OF_TYPE.formatted(next++));
        }
        if (filter.tag().isPresent()) {
            sql.append(TAGGED.formatted(next++));
        }
        if (filter.author().isPresent()) {
            sql.append(BY.formatted(next));
        }
        return sql.append(SIGNED).toString();
    }

    static Tuple values(ArticleFilter filter, PageQuery page) {
        var values = values(page);
        filter.type().ifPresent(values::addString);
        filter.tag().ifPresent(values::addString);
        filter.author().ifPresent(values::addString);
        return values;
    }

    private static Tuple values(PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        return Tuple.tuple()
                .addOffsetDateTime(end.time(0))
                .addString(end.text(1))
                .addInteger(page.rows());
    }

    /** The id of a published article. */
    public Uni<String> published(String slug) {
        return pool.ask(PUBLISHED, Tuple.of(slug))
                .map(PublishedArticles::theOne)
                .map(row -> row.getString("id"));
    }

    Uni<Page<ArticleCard>> answering(String id, PageQuery page) {
        return cards(LISTED + ANSWERING + SIGNED, values(page).addString(id), page);
    }

    Uni<Page<ArticleCard>> featured(PageQuery page) {
        return cards(featured(), values(page), page);
    }

    static String featured() {
        return LISTED + FEATURED + SIGNED;
    }

    Uni<ArticleCard> pinnedBy(String screenname) {
        return pool.ask(pinned(), values(new PageQuery()).addString(screenname))
                .map(PublishedArticles::theOne)
                .map(ArticleCard::of);
    }

    static String pinned() {
        return LISTED + PINNED_BY + SIGNED;
    }

    Uni<List<ArticleCard>> relatedTo(String id) {
        return pool.ask(RELATED, Tuple.of(id)).map(PublishedArticles::cards);
    }

    private Uni<Page<ArticleCard>> cards(String sql, Tuple values, PageQuery page) {
        return pool.ask(sql, values).map(rows -> Page.of(cards(rows), page, ArticleCard::position));
    }

    private static List<ArticleCard> cards(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ArticleCard::of)
                .toList();
    }

    private static Row theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_ARTICLE.because("Nothing that is published has this address.");
        }
        return rows.iterator().next();
    }
}
