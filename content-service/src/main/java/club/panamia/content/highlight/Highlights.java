package club.panamia.content.highlight;

import club.panamia.content.article.Article;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Which articles are featured and pinned; in the caller's transaction. */
@Singleton
class Highlights {

    private static final String FEATURE = """
            INSERT INTO internal.featured_article (article_id) VALUES (:article) ON CONFLICT (article_id) DO NOTHING
            """;

    private static final String UNFEATURE = "DELETE FROM internal.featured_article WHERE article_id = :article";

    private static final String PIN = """
            INSERT INTO internal.pinned_article (person_id, article_id) VALUES (:person, :article)
            ON CONFLICT (person_id) DO UPDATE SET article_id = excluded.article_id
            """;

    private static final String UNPIN =
            "DELETE FROM internal.pinned_article WHERE person_id = :person AND article_id = :article";

    /** Whether it was not before. */
    Uni<Boolean> feature(Article article) {
        return change(FEATURE, article);
    }

    /** Whether it was before. */
    Uni<Boolean> unfeature(Article article) {
        return change(UNFEATURE, article);
    }

    /** In the place of the one that was pinned before. */
    Uni<Void> pin(Actor person, Article article) {
        return change(PIN, person, article);
    }

    Uni<Void> unpin(Actor person, Article article) {
        return change(UNPIN, person, article);
    }

    private static Uni<Boolean> change(String sql, Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("article", article.id())
                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    private static Uni<Void> change(String sql, Actor person, Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("person", person.userId())
                        .setParameter("article", article.id())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
