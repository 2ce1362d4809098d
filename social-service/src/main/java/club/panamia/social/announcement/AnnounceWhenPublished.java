package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What its authors have prepared is said when the article goes out, and other servers may read it. */
@ApplicationScoped
class AnnounceWhenPublished implements EventHandler {

    record Published(String articleId) {}

    private final SayArticle sayArticle;
    private final AnnounceArticle announceArticle;

    AnnounceWhenPublished(SayArticle sayArticle, AnnounceArticle announceArticle) {
        this.sayArticle = sayArticle;
        this.announceArticle = announceArticle;
    }

    @Override
    public String type() {
        return "content.article.published";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var articleId = event.as(Published.class).articleId();
        return sayArticle.published(articleId).chain(() -> announceArticle.announce(articleId));
    }
}
