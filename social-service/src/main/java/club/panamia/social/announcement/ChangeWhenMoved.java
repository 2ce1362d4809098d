package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Other servers hear where an article is found now. */
@ApplicationScoped
class ChangeWhenMoved implements EventHandler {

    record Moved(String articleId) {}

    private final SayArticle sayArticle;

    ChangeWhenMoved(SayArticle sayArticle) {
        this.sayArticle = sayArticle;
    }

    @Override
    public String type() {
        return "content.article.moved";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return sayArticle.changed(event.as(Moved.class).articleId());
    }
}
