package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An article that comes back is there for other servers, too, and what was said of it is said again. */
@ApplicationScoped
class AnnounceWhenRestored implements EventHandler {

    record Restored(String articleId) {}

    private final SayArticle sayArticle;
    private final AnnounceArticle announceArticle;

    AnnounceWhenRestored(SayArticle sayArticle, AnnounceArticle announceArticle) {
        this.sayArticle = sayArticle;
        this.announceArticle = announceArticle;
    }

    @Override
    public String type() {
        return "content.article.restored";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var articleId = event.as(Restored.class).articleId();
        return sayArticle.published(articleId).chain(() -> announceArticle.announce(articleId));
    }
}
