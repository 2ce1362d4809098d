package club.panamia.content.preview;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.content.article.Article;
import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The links that lead to drafts. */
@Singleton
class Previews {

    private static final String OPEN = """
            INSERT INTO internal.article_preview (article_id, token_hash, expires_at) VALUES (:article, :hash, :end)
            ON CONFLICT (article_id) DO UPDATE
              SET token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()
            """;

    private static final String CLOSE = "DELETE FROM internal.article_preview WHERE article_id = :article";

    private static final String OF_ONE = """
            SELECT p.created_at, p.expires_at FROM internal.article_preview p
             WHERE p.article_id = $1 AND p.expires_at > now()
            """;

    private final Pool pool;
    private final Tokens tokens;

    Previews(Pool pool, Tokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** The link before leads nowhere from now on; in the caller's transaction. */
    Uni<Void> open(Article article, PreviewLink link) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(OPEN)
                        .setParameter("article", article.id())
                        .setParameter("hash", tokens.hash(link.token()))
                        .setParameter("end", link.expiresAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether there was one; in the caller's transaction. */
    Uni<Boolean> close(Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(CLOSE)
                        .setParameter("article", article.id())
                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    Uni<PreviewView> of(Article article) {
        return pool.preparedQuery(OF_ONE)
                .mapping(row -> new PreviewView(
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getOffsetDateTime("expires_at").toInstant()))
                .execute(Tuple.of(article.id()))
                .map(Previews::theOne);
    }

    private static PreviewView theOne(RowSet<PreviewView> found) {
        if (found.size() == 0) {
            throw NOT_FOUND.because("No link leads to it.");
        }
        return found.iterator().next();
    }
}
