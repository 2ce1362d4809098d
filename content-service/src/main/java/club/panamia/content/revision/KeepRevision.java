package club.panamia.content.revision;

import club.panamia.content.article.Article;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.content.wording.Wording;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what somebody wrote. */
@ApplicationScoped
public class KeepRevision {

    private static final String KEEP = """
            INSERT INTO internal.article_revision (id, article_id, author_id, kind, version, revision, wording)
            VALUES (:id, :article, :author, :kind, :version, :revision, CAST(CAST(:wording AS text) AS jsonb))
            """;

    /** What the article says after a change that was just written; in the caller's transaction. */
    public Uni<Void> saved(Actor writer, Article article) {
        return keep(
                Ids.next(),
                "save",
                writer,
                article.id(),
                article.version(),
                article.wording().draft());
    }

    /** The same where it said that before. */
    public Uni<Void> restored(Actor writer, Article article) {
        return keep(
                Ids.next(),
                "restoration",
                writer,
                article.id(),
                article.version(),
                article.wording().draft());
    }

    /**
     * What a save would have said that is refused, beside what the article says: in a transaction of its own, for the refusal
     * rolls the caller's back. Returns its id.
     */
    @WithTransaction
    public Uni<String> branched(Actor writer, RefusedSave refused) {
        var id = Ids.next();
        return keep(id, "branch", writer, refused.articleId(), refused.version(), refused.draft())
                .replaceWith(id);
    }

    private static Uni<Void> keep(
            String id, String kind, Actor writer, String articleId, int version, ArticleDraft draft) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("id", id)
                        .setParameter("article", articleId)
                        .setParameter("author", writer.userId())
                        .setParameter("kind", kind)
                        .setParameter("version", version)
                        .setParameter("revision", Wording.of(draft).revision())
                        .setParameter("wording", StoredDraft.text(draft))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
