package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.post.TakeItBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An article that moderators removed is gone for other servers, too, and nothing is said of it. */
@ApplicationScoped
class WithdrawWhenRemoved implements EventHandler {

    record Removed(String articleId) {}

    private final SayArticle sayArticle;
    private final TakeItBack takeItBack;

    WithdrawWhenRemoved(SayArticle sayArticle, TakeItBack takeItBack) {
        this.sayArticle = sayArticle;
        this.takeItBack = takeItBack;
    }

    @Override
    public String type() {
        return "content.article.removed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var articleId = event.as(Removed.class).articleId();
        return takeItBack.ofArticle(articleId).chain(() -> sayArticle.withdrawn(articleId));
    }
}
