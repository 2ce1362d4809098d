package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Other servers hear who stands behind an article when one of its authors has left the house, whoever lets go of them first. */
@ApplicationScoped
class ChangeWhenRecredited implements EventHandler {

    record Recredited(String articleId) {}

    private final SayArticle sayArticle;

    ChangeWhenRecredited(SayArticle sayArticle) {
        this.sayArticle = sayArticle;
    }

    @Override
    public String type() {
        return "content.article.recredited";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return sayArticle.recredited(event.as(Recredited.class).articleId());
    }
}
