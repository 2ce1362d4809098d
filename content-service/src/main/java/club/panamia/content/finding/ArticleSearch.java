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

    /** Of a word that stands everywhere so many articles are ranked that have it up front, and so many others. */
    private static final int RANKED = 1000;

    /**
     * What was found is marked for the rows of the page alone, and in the whole text only where title and excerpt do not have
     * it: that is the dear part. The rank reads what lies in the row; what has the words in its text alone goes by its age.
     */
    static final String FOUND = """
            WITH sought (words) AS MATERIALIZED (SELECT internal.sought($1)),
                 found (id) AS (
                   (SELECT a.id FROM articles a
                     WHERE a.status = 'published' AND a.headwords @@ (SELECT words FROM sought)
                       AND a.search @@ (SELECT words FROM sought)
                     LIMIT %3$d)
                    UNION
                   (SELECT a.id FROM articles a
                     WHERE a.status = 'published' AND a.search @@ (SELECT words FROM sought)
                     LIMIT %3$d)
                 ),
                 page AS (
                   SELECT ranked.* FROM (
                     SELECT a.id, (1000000 * ts_rank(a.headwords, (SELECT words FROM sought)))::int AS rank
                       FROM found JOIN articles a USING (id)
                      WHERE a.slug <> $2) ranked
                    WHERE (ranked.rank, ranked.id) < ($3, $4)
                    ORDER BY ranked.rank DESC, ranked.id DESC
                    LIMIT $5
                 )
            SELECT page.rank, a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.language, a.tags,
                   a.cover_image, a.cover_image_alt, a.reading_time, a.published_at, a.author_id, a.credited_as,
                   u.id IS NOT NULL AS author_known, u.screenname AS author_screenname,
                   jsonb_array_length(jsonb_path_query_array(a.co_authors, '$[*] ? (@.status == "accepted")')) AS co_author_count,
                   ts_headline(
                     CASE WHEN a.language LIKE 'es%%' THEN 'internal.spanish_marked' ELSE 'internal.english_marked' END::regconfig,
                     CASE WHEN a.headwords @@ (SELECT words FROM sought) THEN concat_ws(' ', a.title, '–', a.excerpt)
                          ELSE concat_ws(' ', a.title, '–', a.excerpt, left(a.content, 20000)) END,
                     (SELECT words FROM sought), 'StartSel=%1$s, StopSel=%2$s, MaxFragments=2, MaxWords=24, MinWords=8') AS highlight
              FROM page
              JOIN articles a USING (id)
              LEFT JOIN users u ON u.id = a.author_id AND u.scrubbed_at IS NULL
             ORDER BY page.rank DESC, page.id DESC
            """.formatted(Highlight.BEGIN, Highlight.END, RANKED);

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
