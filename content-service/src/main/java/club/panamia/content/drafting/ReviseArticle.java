package club.panamia.content.drafting;

import static club.panamia.kernel.problem.CommonProblem.STALE;

import club.panamia.content.article.Article;
import club.panamia.content.article.Articles;
import club.panamia.content.article.Chronicle;
import club.panamia.content.cover.OwnCover;
import club.panamia.content.manuscript.ManuscriptView;
import club.panamia.content.manuscript.Manuscripts;
import club.panamia.content.revision.KeepRevision;
import club.panamia.content.revision.RefusedSave;
import club.panamia.content.revision.Revisions;
import club.panamia.content.state.Action;
import club.panamia.content.wording.ArticleDraft;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** Going on with an article. A use-case of its own because what comes too late is kept once its transaction is rolled back. */
@ApplicationScoped
class ReviseArticle {

    private final Articles articles;
    private final DraftPatch patches;
    private final Manuscripts manuscripts;
    private final Chronicle chronicle;
    private final KeepRevision keepRevision;
    private final Revisions revisions;
    private final OwnCover ownCover;

    ReviseArticle(
            Articles articles,
            DraftPatch patches,
            Manuscripts manuscripts,
            Chronicle chronicle,
            KeepRevision keepRevision,
            Revisions revisions,
            OwnCover ownCover) {
        this.articles = articles;
        this.patches = patches;
        this.manuscripts = manuscripts;
        this.chronicle = chronicle;
        this.keepRevision = keepRevision;
        this.revisions = revisions;
        this.ownCover = ownCover;
    }

    @WithTransaction
    Uni<RestResponse<ManuscriptView>> revise(Actor writer, String slug, Attempt attempt) {
        return articles.forChange(writer, slug)
                .invoke(article -> article.permit(Action.EDIT, writer))
                .invoke(article -> attempt.seen().require(article.version()))
                .call(article ->
                        say(writer, article, patches.merge(article.wording().draft(), attempt.patch())))
                .chain(article -> manuscripts.answer(article, writer));
    }

    static boolean cameTooLate(Throwable failure) {
        return failure instanceof Problem problem && problem.type() == STALE;
    }

    /** Fails with the refusal, which then names the branch that holds what was written. */
    Uni<RestResponse<ManuscriptView>> keep(Actor writer, String slug, Attempt attempt, Problem refusal) {
        return articles.permitted(Action.EDIT, writer, slug)
                .chain(article -> refused(article, attempt))
                .chain(refused -> keepRevision.branched(writer, refused))
                .map(branch -> {
                    throw refusal.with("branch", branch);
                });
    }

    /** What the article would say had nobody else changed it. */
    private Uni<RefusedSave> refused(Article article, Attempt attempt) {
        var version = attempt.seenOf(article.version());
        return revisions
                .saidAt(article, version)
                .map(base -> new RefusedSave(article.id(), version, patches.merge(base, attempt.patch())));
    }

    /** Nothing is written where nothing is said that was not said before. */
    private Uni<Void> say(Actor writer, Article article, ArticleDraft draft) {
        var before = article.wording().draft();
        return before.equals(draft)
                ? Uni.createFrom().voidItem()
                : requireParent(article, draft)
                        .chain(() -> ownCover.require(writer, before.coverImage(), draft.coverImage()))
                        .chain(() -> chronicle.record(writer, article.change(writer, draft)))
                        .chain(articles::flush)
                        .chain(() -> keepRevision.saved(writer, article));
    }

    /** What it has answered all along is not asked about again. */
    private Uni<Void> requireParent(Article article, ArticleDraft draft) {
        return Objects.equals(article.wording().inReplyTo(), draft.inReplyTo())
                ? Uni.createFrom().voidItem()
                : articles.requireParent(draft.inReplyTo(), article.id());
    }
}
