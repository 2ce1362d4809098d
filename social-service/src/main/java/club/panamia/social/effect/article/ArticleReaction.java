package club.panamia.social.effect.article;

import club.panamia.kernel.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Somebody of another server likes an article of this one, or hands it on.
 *
 * @param actorId who does
 * @param authors the people behind it who want to hear of it
 */
record ArticleReaction(@JsonIgnore String verb, String articleId, String actorId, List<String> authors)
        implements DomainEvent {

    @Override
    public String type() {
        return "social.article." + verb;
    }
}
