package club.panamia.content.branch;

import club.panamia.content.article.Article;
import club.panamia.content.revision.RevisionView;
import club.panamia.content.revision.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The saves of an article that came too late. */
@Singleton
class Branches {

    private final Revisions revisions;

    Branches(Revisions revisions) {
        this.revisions = revisions;
    }

    /** The branch, with what its writer had before them. */
    Uni<Branch> of(Article article, String id) {
        return revisions.branch(article.id(), id).chain(kept -> withBase(article, kept));
    }

    private Uni<Branch> withBase(Article article, RevisionView kept) {
        return revisions.saidAt(article, kept.entry().version()).map(base -> new Branch(base, kept.wording()));
    }
}
