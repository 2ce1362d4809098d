package club.panamia.content.mine;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** What a person has written, alone or with others, the last touched first. */
@Singleton
class MyArticles {

    static final String WRITTEN_BY = """
            SELECT a.id, a.slug, a.title, a.excerpt, a.article_type::text AS article_type, a.status::text AS status,
                   CASE WHEN a.author_id = $1 THEN 'author' ELSE 'coauthor' END AS role,
                   a.tags, a.cover_image, a.reading_time, a.published_at, a.updated_at
              FROM articles a
             WHERE (a.author_id = $1 OR a.co_authors @> $2::jsonb)
               AND (a.updated_at, a.id) < ($3, $4)
             ORDER BY a.updated_at DESC, a.id DESC
             LIMIT $5
            """;

    private final Pool pool;

    MyArticles(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<MyArticle>> page(Actor author, PageQuery page) {
        return pool.preparedQuery(WRITTEN_BY)
                .execute(values(author.userId(), page))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(MyArticle::of)
                                .toList(),
                        page,
                        MyArticle::position));
    }

    static Tuple values(String userId, PageQuery page) {
        var end = page.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(userId, accepted(userId), end.time(0), end.text(1), page.rows());
    }

    private static JsonArray accepted(String userId) {
        return new JsonArray().add(new JsonObject().put("userId", userId).put("status", "accepted"));
    }
}
