package club.panamia.social.announcement;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.audience.Writers;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfArticles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Has other servers know an article as long as it can be read here, under an id that is never used again. What is done depends on how
 * the article is now, so that it is done once however often, and in whatever order, one hears of it. In the caller's transaction.
 */
@Singleton
class SayArticle {

    private static final String BEGIN = """
            INSERT INTO internal.federated_article (id, article_id, actor_id, uri, version)
            SELECT :id, r.id, w.actor_id, :uri, r.version
              FROM articles r, %s
             WHERE r.id = :article AND r.status = 'published' AND w.actor_id IS NOT NULL
             ORDER BY w.place LIMIT 1
            ON CONFLICT (article_id) WHERE withdrawn_at IS NULL DO NOTHING
            """.formatted(Writers.OF_ARTICLE);

    private static final String OTHERS = """
            SELECT w.user_id FROM articles r JOIN internal.federated_article f ON f.article_id = r.id AND f.withdrawn_at IS NULL, %s
             WHERE r.id = :article AND w.actor_id <> f.actor_id
             ORDER BY w.place
            """.formatted(Writers.OF_ARTICLE);

    private static final String CHANGE = """
            UPDATE internal.federated_article f SET version = r.version, edited_at = now() FROM articles r
             WHERE r.id = :article AND f.article_id = r.id AND f.withdrawn_at IS NULL AND f.version < r.version AND r.status = 'published'
            """;

    private static final String WITHDRAW = """
            WITH gone AS (
              UPDATE internal.federated_article f SET withdrawn_at = now()
               WHERE f.article_id = :article AND f.withdrawn_at IS NULL
                 AND NOT %s
              RETURNING f.uri
            )
            INSERT INTO internal.tombstone (uri, former_type, told) SELECT uri, 'Article', true FROM gone
            ON CONFLICT (uri) DO NOTHING
            """.formatted(Writers.STAND_BEHIND);

    private final TellOfArticles tellOfArticles;
    private final Home home;

    SayArticle(TellOfArticles tellOfArticles, Home home) {
        this.tellOfArticles = tellOfArticles;
        this.home = home;
    }

    /** It is out. Of one that was out already others hear what is new. */
    Uni<Void> published(String articleId) {
        var id = Ids.next();
        return run(BEGIN, Map.of("article", articleId, "id", id, "uri", home.articleDocument(id)))
                .chain(begun -> begun == 0 ? changed(articleId) : tell(articleId));
    }

    /** Something about it that others see is new. */
    Uni<Void> changed(String articleId) {
        return run(CHANGE, Map.of("article", articleId))
                .chain(changed -> changed == 0 ? Uni.createFrom().voidItem() : tellOfArticles.changed(articleId));
    }

    /** Somebody stands behind it no longer; where it was they who spoke for it, somebody else does. */
    Uni<Void> left(String articleId, String userId) {
        return tellOfArticles.takenBack(articleId, userId).chain(() -> recredited(articleId));
    }

    /** Others stand behind it now; where nobody is left who speaks for it, somebody else does, or it is out no longer. */
    Uni<Void> recredited(String articleId) {
        return withdrawn(articleId).chain(() -> published(articleId));
    }

    /** It is out no longer, unless it is out again. */
    Uni<Void> withdrawn(String articleId) {
        return tellOfArticles
                .goes(articleId)
                .chain(() -> run(WITHDRAW, Map.of("article", articleId)))
                .replaceWithVoid();
    }

    private Uni<Void> tell(String articleId) {
        return tellOfArticles
                .published(articleId)
                .chain(() -> others(articleId))
                .onItem()
                .transformToMulti(people -> Multi.createFrom().iterable(people))
                .onItem()
                .transformToUniAndConcatenate(person -> tellOfArticles.handedOn(articleId, person))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<List<String>> others(String articleId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(OTHERS, String.class)
                        .setParameter("article", articleId)
                        .getResultList());
    }

    private static Uni<Integer> run(String statement, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(statement))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
