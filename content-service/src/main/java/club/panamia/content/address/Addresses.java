package club.panamia.content.address;

import static club.panamia.content.article.ArticleProblem.ADDRESS_TAKEN;
import static club.panamia.content.article.ArticleProblem.TOO_MANY_ADDRESSES;

import club.panamia.content.article.Article;
import club.panamia.content.text.Slug;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Which address an article can have; in the caller's transaction. */
@Singleton
public class Addresses {

    /** So that nobody keeps a whole neighbourhood of addresses from others. */
    private static final int MOST_FORMER = 10;

    /** Ends with the transaction, so that it is safe behind a transaction-level pooler. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('article ' || :family, 0)) AS text)";

    /** Tries the slug, then the slug with a number, and stops at the first that no article has or had. */
    private static final String FIRST_FREE = """
            WITH RECURSIVE tried (n, slug) AS (
              SELECT 0, CAST(:slug AS text)
               UNION ALL
              SELECT n + 1,
                     rtrim(left(CAST(:slug AS text), 99 - length(CAST(n + 1 AS text))), '-') || '-' || CAST(n + 1 AS text)
                FROM tried
               WHERE (n = 0 AND :reserved) OR EXISTS (SELECT FROM articles a WHERE a.slug = tried.slug)
                  OR EXISTS (SELECT FROM internal.article_address f WHERE f.slug = tried.slug)
            )
            SELECT slug FROM tried ORDER BY n DESC LIMIT 1
            """;

    private static final String TAKEN = """
            SELECT EXISTS (SELECT FROM articles a WHERE a.slug = :slug AND a.id <> :article)
                OR EXISTS (SELECT FROM internal.article_address f WHERE f.slug = :slug AND f.article_id <> :article)
            """;

    private static final String FORMER = "SELECT count(*) FROM internal.article_address WHERE article_id = :article";

    private static final String LEAVE =
            "INSERT INTO internal.article_address (slug, article_id) VALUES (:slug, :article)";

    private static final String RETURN =
            "DELETE FROM internal.article_address WHERE slug = :slug AND article_id = :article";

    /**
     * A slug that no article has, and that none will get before the caller's transaction ends: writers of titles that could
     * meet wait for each other, for an insert that fails would take the whole transaction with it.
     */
    public Uni<String> free(Slug wanted) {
        return reserve(wanted)
                .chain(CallersTransaction::session)
                .chain(session -> session.createNativeQuery(FIRST_FREE, String.class)
                        .setParameter("slug", wanted.text())
                        .setParameter("reserved", wanted.reserved())
                        .getSingleResult());
    }

    /** Keeps others from this slug until the caller's transaction ends. Before any article is locked, so that nobody waits in a ring. */
    Uni<Void> reserve(Slug wanted) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("family", wanted.family())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Refuses an address that another article has or had; its own former ones it can have again. */
    Uni<Void> requireFree(String slug, Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TAKEN, Boolean.class)
                        .setParameter("slug", slug)
                        .setParameter("article", article.id())
                        .getSingleResult())
                .invoke(Addresses::refuseTaken)
                .replaceWithVoid();
    }

    /** From now on the former address leads to the article, which is at {@code slug}. */
    Uni<Void> moved(Article article, String former, String slug) {
        return change(RETURN, slug, article)
                .chain(() -> requireRoom(article))
                .chain(() -> change(LEAVE, former, article));
    }

    private static Uni<Void> requireRoom(Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FORMER, Long.class)
                        .setParameter("article", article.id())
                        .getSingleResult())
                .invoke(Addresses::refuseBeyondLimit)
                .replaceWithVoid();
    }

    private static Uni<Void> change(String sql, String slug, Article article) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("slug", slug)
                        .setParameter("article", article.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void refuseTaken(boolean taken) {
        if (taken) {
            throw ADDRESS_TAKEN.because("Another article has it, or had it once.");
        }
    }

    private static void refuseBeyondLimit(long former) {
        if (former >= MOST_FORMER) {
            throw TOO_MANY_ADDRESSES.because("An article keeps %d former addresses.".formatted(MOST_FORMER));
        }
    }
}
