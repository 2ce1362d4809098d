package club.panamia.social.effect.post;

import club.panamia.kernel.event.DomainEvent;
import java.util.List;

/**
 * Somebody of another server answers an article of this one.
 *
 * @param actorId who does
 * @param authors the people behind the article whom the answer does not name, and who want to hear of it
 */
record ArticleAnswered(String articleId, String statusId, String actorId, List<String> authors) implements DomainEvent {

    @Override
    public String type() {
        return "social.article.answered";
    }
}
