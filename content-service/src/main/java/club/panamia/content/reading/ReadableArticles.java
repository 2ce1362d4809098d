package club.panamia.content.reading;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;

import club.panamia.content.text.ArticleHtml;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The articles that one reader may see: all that are published, and those they have a part in. */
@Singleton
class ReadableArticles {

    private static final String READABLE = """
               (a.status = 'published'
                    OR a.author_id = $2::text
                    OR a.reviewed_by ->> 'userId' = $2::text
                    OR ($2::text IS NOT NULL AND a.co_authors
                        @> jsonb_build_array(jsonb_build_object('userId', $2::text, 'status', 'accepted'))))
            """;

    /** Named columns only: what is not listed here cannot leave. */
    private static final String SHOWN = """
            SELECT a.id, a.slug, a.title, a.content, kept.html, a.excerpt, a.article_type::text AS article_type,
                   a.cc_license::text AS cc_license, a.language, a.tags, a.cover_image, a.cover_image_alt, a.reading_time,
                   a.status::text AS status, a.published_at,
                   u.id IS NOT NULL AS author_known, u.screenname AS author_screenname, a.credited_as,
                   parent.slug AS parent_slug, parent.title AS parent_title, a.version,
                   (SELECT count(*) FROM internal.article_reaction x WHERE x.article_id = a.id AND x.kind = 'like')::int AS likes_count,
                   (SELECT count(*) FROM internal.article_reaction x WHERE x.article_id = a.id AND x.kind = 'boost')::int AS boosts_count,
                   reviewer.screenname AS reviewer_screenname,
                   CASE WHEN a.reviewed_by ->> 'status' = 'approved' THEN a.reviewed_by ->> 'revision' END AS approved_revision,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('screenname', w.screenname) ORDER BY c.place)
                               FROM jsonb_array_elements(a.co_authors) WITH ORDINALITY AS c (entry, place)
                               JOIN users w ON w.id = c.entry ->> 'userId' AND w.scrubbed_at IS NULL
                              WHERE c.entry ->> 'status' = 'accepted'), '[]') AS co_authors
              FROM articles a
              LEFT JOIN users u ON u.id = a.author_id AND u.scrubbed_at IS NULL
              LEFT JOIN articles parent ON parent.id = a.in_reply_to AND parent.status = 'published'
              LEFT JOIN users reviewer ON reviewer.id = a.reviewed_by ->> 'userId' AND reviewer.scrubbed_at IS NULL
                                      AND a.reviewed_by ->> 'status' = 'approved'
            """;

    static final String BY_SLUG = SHOWN + ArticleHtml.kept("$3") + " WHERE a.slug = $1 AND " + READABLE;

    static final String SHARED = SHOWN + ArticleHtml.kept("$2") + " WHERE " + """
            a.id = (SELECT p.article_id FROM internal.article_preview p WHERE p.token_hash = $1 AND p.expires_at > now())
               AND a.status <> 'removed'
            """;

    static final String AT_FORMER = """
             SELECT a.slug FROM internal.article_address f JOIN articles a ON a.id = f.article_id
              WHERE f.slug = $1 AND\s""" + READABLE;

    private final Pool pool;
    private final ArticleHtml html;
    private final Tokens tokens;

    ReadableArticles(Pool pool, ArticleHtml html, Tokens tokens) {
        this.pool = pool;
        this.html = html;
        this.tokens = tokens;
    }

    /** The article, if this reader may see it; an outsider learns nothing about drafts. */
    Uni<RestResponse<ArticleView>> bySlug(String slug, Optional<Actor> reader) {
        return pool.preparedQuery(BY_SLUG)
                .execute(values(slug, reader).addString(html.rules()))
                .chain(rows -> rows.size() == 0
                        ? moved(slug, reader)
                        : answer(rows.iterator().next()));
    }

    /** Where somebody stands at the address that it had before. */
    private Uni<RestResponse<ArticleView>> moved(String slug, Optional<Actor> reader) {
        return pool.preparedQuery(AT_FORMER)
                .execute(values(slug, reader))
                .map(ReadableArticles::theOne)
                .map(row -> ArticleView.movedTo(row.getString("slug")));
    }

    /** The article that a link of its authors leads to. */
    Uni<RestResponse<ArticleView>> shared(String token) {
        return pool.preparedQuery(SHARED)
                .execute(Tuple.of(tokens.hash(token), html.rules()))
                .map(ReadableArticles::theOne)
                .chain(this::answerUnkept);
    }

    private Uni<RestResponse<ArticleView>> answerUnkept(Row row) {
        return html.of(row).map(text -> ArticleView.shared(row, text));
    }

    private Uni<RestResponse<ArticleView>> answer(Row row) {
        return html.of(row).map(text -> ArticleView.answer(row, text));
    }

    private static Tuple values(String slug, Optional<Actor> reader) {
        return Tuple.tuple().addString(slug).addString(reader.map(Actor::userId).orElse(null));
    }

    private static Row theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_ARTICLE.because("Nothing that you may read has this address.");
        }
        return rows.iterator().next();
    }
}
