package club.panamia.content.article;

import static club.panamia.content.article.ArticleProblem.ALREADY_INVOLVED;

import club.panamia.content.article.ArticleStep.Step;
import club.panamia.content.article.CoAuthor.Answer;
import club.panamia.content.state.Action;
import club.panamia.content.state.Part;
import club.panamia.kernel.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person does about who stands under an article: {@link Article#together}. */
public record Collaboration(Article article, Actor actor) {

    /** Asks somebody to stand beside the author; who has declined may be asked again. Nothing where they are asked already. */
    public Optional<ArticleStep> invite(String person, @Nullable String message, Instant now) {
        article.permit(Action.INVITE, actor);
        if (person.equals(article.authorId) || person.equals(article.reviewerId())) {
            throw ALREADY_INVOLVED.because("Nobody is author, co-author and reviewer of the same article.");
        }
        if (article.coAuthors().isOpen(person)) {
            return Optional.empty();
        }
        become(article.coAuthors().invite(person, message, now));
        return Optional.of(article.step(Step.INVITED, person));
    }

    /** Takes an invitation back, or somebody off the byline. */
    public ArticleStep withdraw(String person) {
        article.permit(Action.WITHDRAW, actor);
        become(article.coAuthors().withdraw(person));
        return article.step(Step.WITHDRAWN, person);
    }

    /** Credits the co-authors in this order. */
    public void credit(List<String> inOrder) {
        article.permit(Action.ORDER, actor);
        become(article.coAuthors().inOrder(inOrder));
    }

    /** Stands beside the author from now on; nothing for who does already. */
    public Optional<ArticleStep> accept(Instant now) {
        if (article.partOf(actor) == Part.CO_AUTHOR) {
            return Optional.empty();
        }
        article.permit(Action.ACCEPT, actor);
        become(article.coAuthors().accept(actor.userId(), now));
        return Optional.of(article.step(Step.ACCEPTED, actor.userId()));
    }

    /** Declines, or takes their own name off the byline, whatever the article is. */
    public ArticleStep leave() {
        article.permit(Action.LEAVE, actor);
        var asked = article.coAuthors().has(actor.userId(), Answer.PENDING);
        become(
                asked
                        ? article.coAuthors().decline(actor.userId())
                        : article.coAuthors().without(actor.userId()));
        return article.step(asked ? Step.DECLINED : Step.LEFT, actor.userId());
    }

    private void become(CoAuthors changed) {
        article.coAuthors = changed.entries();
    }
}
