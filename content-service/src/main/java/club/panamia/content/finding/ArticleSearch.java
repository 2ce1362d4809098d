package club.panamia.content.finding;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Published articles by their words, the most fitting first. */
@Singleton
class ArticleSearch {

    /** What was found is marked for the rows of the page alone: that is the dear part. */
    static final String FOUND = """
            SELECT page.*, u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
                   jsonb_array_length(jsonb_path_query_array(page.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count,
                   ts_headline(
                     CASE WHEN page.language LIKE 'es%%' THEN 'internal.spanish_marked' ELSE 'internal.english_marked' END::regconfig,
                     concat_ws(' ', page.title, '–', page.excerpt, left(page.content, 20000)), internal.sought($1),
                     'StartSel=%s, StopSel=%s, MaxFragments=2, MaxWords=24, MinWords=8') AS highlight
              FROM (SELECT a.id, a.slug, a.title, a.excerpt, a.content, a.article_type::text AS article_type, a.language, a.tags,
                           a.cover_image, a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.co_authors,
                           a.credited_as, (1000000 * ts_rank(a.search, internal.sought($1)))::int AS rank
                      FROM articles a
                     WHERE a.status = 'published' AND a.search @@ internal.sought($1) AND a.slug <> $2) page
              LEFT JOIN users u ON u.id = page.author_id AND u.scrubbed_at IS NULL
             WHERE (page.rank, page.id) < ($3, $4)
             ORDER BY page.rank DESC, page.id DESC
             LIMIT $5
            """.formatted(Highlight.BEGIN, Highlight.END);

    private static final Cursor FIRST = Cursor.of(Integer.MAX_VALUE, "");

    private final Pool pool;

    ArticleSearch(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<FoundArticle>> page(SearchQuestion question) {
        return pool.preparedQuery(FOUND)
                .mapping(FoundArticle::of)
                .execute(values(question))
                .map(found -> Page.of(found, question, FoundArticle::position));
    }

    static Tuple values(SearchQuestion question) {
        var end = question.after(2).orElse(FIRST);
        return Tuple.of(question.words(), question.excluded(), rank(end), end.text(1), question.rows());
    }

    private static int rank(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.text(0));
        } catch (NumberFormatException e) {
            throw INVALID.because("The cursor is not one that a search gave out.")
                    .at("cursor", "must be a nextCursor of this list");
        }
    }
}
