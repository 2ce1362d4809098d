package club.panamia.content.branch;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.content.revision.KeepRevision;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** An article says what a branch says, too. A use-case of its own because the branch is read before the transaction begins. */
@ApplicationScoped
class MergeBranch {

    private final Articles articles;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final KeepRevision keepRevision;

    MergeBranch(Articles articles, Manuscripts manuscripts, Chronicle chronicle, KeepRevision keepRevision) {
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.keepRevision = keepRevision;
    }

    @WithTransaction
    Uni<RestResponse<ManuscriptView>> of(Actor writer, String slug, IfMatch seen, Branch branch) {
        return articles.forChange(writer, slug)
                .invoke(article -> seen.require(article.version()))
                .call(article -> say(
                        writer, article, branch.into(article.wording().draft()).requireClean()))
                .call(article -> articles.flush().chain(() -> keepRevision.saved(writer, article)))
                .chain(article -> manuscripts.answer(article, writer));
    }

    private Uni<Void> say(Actor writer, Article article, ArticleDraft draft) {
        return articles.requireParent(draft.inReplyTo(), article.id())
                .chain(() -> chronicle.record(writer, article.change(writer, draft)));
    }
}
