package club.panamia.content.feed;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.content.feed.document.FeedItem;
import club.panamia.content.feed.document.Site;
import club.panamia.content.text.ArticleHtml;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The newest published articles of a selection. */
@Singleton
class PublishedItems {

    private static final String NEWEST = """
            FROM (SELECT a.* FROM articles a
                   WHERE a.status = 'published' AND %s
                   ORDER BY a.published_at DESC, a.id DESC
                   LIMIT 50) a
            LEFT JOIN users u ON u.id = a.author_id AND u.scrubbed_at IS NULL
            CROSS JOIN LATERAL (
              SELECT coalesce(jsonb_agg(jsonb_build_object('screenname', w.screenname) ORDER BY c.place), '[]') AS names
                FROM jsonb_array_elements(a.co_authors) WITH ORDINALITY AS c (entry, place)
                JOIN users w ON w.id = c.entry ->> 'userId' AND w.scrubbed_at IS NULL AND w.screenname IS NOT NULL
               WHERE c.entry ->> 'status' = 'accepted') others
            """;

    private static final String STATE = """
            SELECT max(a.updated_at) AS updated,
                   md5(coalesce(string_agg(concat_ws(' ', a.id, a.version, u.screenname, others.names), ','
                                           ORDER BY a.published_at DESC, a.id DESC), '')) AS tag
            """ + NEWEST;

    private static final String ITEMS =
            """
            SELECT a.id, a.slug, a.title, a.excerpt, kept.html, CASE WHEN kept.html IS NULL THEN a.content END AS content,
                   a.version, a.status::text AS status, a.language, a.cc_license::text AS cc_license, a.tags,
                   a.cover_image, a.published_at, a.updated_at, others.names AS co_authors,
                   CASE WHEN u.id IS NULL THEN a.credited_as ELSE coalesce(u.screenname, 'Anonymous') END AS author
            """ + NEWEST + ArticleHtml.kept("$2") + " ORDER BY a.published_at DESC, a.id DESC";

    private static final String AUTHOR = """
            SELECT u.id, u.screenname FROM users u WHERE lower(u.screenname) = lower($1) AND u.scrubbed_at IS NULL
            """;

    private final Pool pool;
    private final Site site;
    private final ArticleHtml html;

    PublishedItems(Pool pool, Site site, ArticleHtml html) {
        this.pool = pool;
        this.html = html;
        this.site = site;
    }

    static String state(Selection selection) {
        return STATE.formatted(selection.kind().condition);
    }

    static String items(Selection selection) {
        return ITEMS.formatted(selection.kind().condition);
    }

    Uni<Selection> by(String screenname) {
        return pool.preparedQuery(AUTHOR).execute(Tuple.of(screenname)).map(PublishedItems::theAuthor);
    }

    Uni<FeedState> stateOf(Selection selection) {
        return pool.preparedQuery(state(selection))
                .execute(Tuple.of(selection.value()))
                .map(rows -> FeedState.of(rows.iterator().next()));
    }

    Uni<List<FeedItem>> of(Selection selection) {
        return pool.preparedQuery(items(selection))
                .execute(Tuple.of(selection.value(), html.rules()))
                .map(rows -> rows.stream().toList())
                .chain(this::items);
    }

    private Uni<List<FeedItem>> items(List<Row> rows) {
        return html.of(rows).map(texts -> items(rows, texts));
    }

    private List<FeedItem> items(List<Row> rows, List<String> texts) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> FeedItem.of(rows.get(i), texts.get(i), site.home()))
                .toList();
    }

    private static Selection theAuthor(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOT_FOUND.because("Nobody has this screenname.");
        }
        var author = rows.iterator().next();
        return Selection.author(author.getString("id"), author.getString("screenname"));
    }
}
