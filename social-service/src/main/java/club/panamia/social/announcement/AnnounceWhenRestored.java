package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What was said of an article that comes back is said again. */
@ApplicationScoped
class AnnounceWhenRestored implements EventHandler {

    record Restored(String articleId) {}

    private final AnnounceArticle announceArticle;

    AnnounceWhenRestored(AnnounceArticle announceArticle) {
        this.announceArticle = announceArticle;
    }

    @Override
    public String type() {
        return "content.article.restored";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return announceArticle.announce(event.as(Restored.class).articleId());
    }
}
