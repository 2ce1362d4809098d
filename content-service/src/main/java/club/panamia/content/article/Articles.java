package club.panamia.content.article;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.content.text.Slug;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The articles, for those who change them. Who only reads asks by SQL: reading, mine. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<Article, String> {

    /** Ends with the transaction, so that it is safe behind a transaction-level pooler. */
    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('article ' || :family, 0)) AS text)";

    /** Tries the slug, then the slug with a number, and stops at the first that no article has. */
    private static final String FIRST_FREE = """
            WITH RECURSIVE tried (n, slug) AS (
              SELECT 0, CAST(:slug AS text)
               UNION ALL
              SELECT n + 1,
                     rtrim(left(CAST(:slug AS text), 99 - length(CAST(n + 1 AS text))), '-') || '-' || CAST(n + 1 AS text)
                FROM tried
               WHERE (n = 0 AND :reserved) OR EXISTS (SELECT FROM articles a WHERE a.slug = tried.slug)
            )
            SELECT slug FROM tried ORDER BY n DESC LIMIT 1
            """;

    /**
     * A slug that no article has, and that none will get before the caller's transaction ends: writers of titles that could
     * meet wait for each other, for an insert that fails would take the whole transaction with it.
     */
    public Uni<String> freeSlug(Slug wanted) {
        return getSession()
                .call(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("family", wanted.family())
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(FIRST_FREE, String.class)
                        .setParameter("slug", wanted.text())
                        .setParameter("reserved", wanted.reserved())
                        .getSingleResult());
    }

    /** Refuses an answer to an article that is not public. */
    public Uni<Void> requirePublished(@Nullable String parentId) {
        if (parentId == null) {
            return Uni.createFrom().voidItem();
        }
        return count("id = ?1 and status = ?2", parentId, Status.PUBLISHED)
                .invoke(found -> {
                    if (found == 0) {
                        throw noParent();
                    }
                })
                .replaceWithVoid();
    }

    static Problem noParent() {
        return INVALID.because("Only a published article can be answered.")
                .at("/inReplyTo", "must be the id of a published article");
    }
}
