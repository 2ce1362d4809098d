package club.panamia.content.mastodon;

import static club.panamia.content.article.ArticleProblem.NO_SUCH_ARTICLE;

import club.panamia.content.article.Article;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Which post each article is linked with. */
@Singleton
class LinkedPosts {

    private static final String OF =
            "SELECT a.mastodon_post_url FROM articles a WHERE a.slug = $1 AND a.status = 'published'";

    private static final String LINK = """
            UPDATE articles SET mastodon_post_url = :url WHERE id = :article AND mastodon_post_url IS DISTINCT FROM CAST(:url AS text)
            """;

    private final Pool pool;

    LinkedPosts(Pool pool) {
        this.pool = pool;
    }

    Uni<PostLink> of(String slug) {
        return pool.preparedQuery(OF)
                .mapping(PostLink::of)
                .execute(Tuple.of(slug))
                .map(LinkedPosts::theOne);
    }

    /** In the caller's transaction. */
    Uni<Void> link(Article article, @Nullable String url) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LINK)
                        .setParameter("url", url)
                        .setParameter("article", article.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static PostLink theOne(RowSet<PostLink> found) {
        if (found.size() == 0) {
            throw NO_SUCH_ARTICLE.because("Nothing that is published has this address.");
        }
        return found.iterator().next();
    }
}
