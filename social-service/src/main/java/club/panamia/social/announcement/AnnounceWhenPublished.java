package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What its authors have prepared is said when the article goes out. */
@ApplicationScoped
class AnnounceWhenPublished implements EventHandler {

    record Published(String articleId) {}

    private final AnnounceArticle announceArticle;

    AnnounceWhenPublished(AnnounceArticle announceArticle) {
        this.announceArticle = announceArticle;
    }

    @Override
    public String type() {
        return "content.article.published";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return announceArticle.announce(event.as(Published.class).articleId());
    }
}
