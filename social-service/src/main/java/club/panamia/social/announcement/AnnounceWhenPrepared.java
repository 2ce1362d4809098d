package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What is prepared for an article that is out already is said at once. */
@ApplicationScoped
class AnnounceWhenPrepared implements EventHandler {

    record Prepared(String articleId) {}

    private final AnnounceArticle announceArticle;

    AnnounceWhenPrepared(AnnounceArticle announceArticle) {
        this.announceArticle = announceArticle;
    }

    @Override
    public String type() {
        return "content.announcement.prepared";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return announceArticle.announce(event.as(Prepared.class).articleId());
    }
}
