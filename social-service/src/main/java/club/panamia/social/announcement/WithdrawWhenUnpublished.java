package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.post.TakeItBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An article that its authors took back is gone for other servers, too, and nothing is said of it. */
@ApplicationScoped
class WithdrawWhenUnpublished implements EventHandler {

    record Unpublished(String articleId) {}

    private final SayArticle sayArticle;
    private final TakeItBack takeItBack;

    WithdrawWhenUnpublished(SayArticle sayArticle, TakeItBack takeItBack) {
        this.sayArticle = sayArticle;
        this.takeItBack = takeItBack;
    }

    @Override
    public String type() {
        return "content.article.unpublished";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var articleId = event.as(Unpublished.class).articleId();
        return takeItBack.ofArticle(articleId).chain(() -> sayArticle.withdrawn(articleId));
    }
}
