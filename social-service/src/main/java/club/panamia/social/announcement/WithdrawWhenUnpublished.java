package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.post.TakeItBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing is said of an article that its authors took back. */
@ApplicationScoped
class WithdrawWhenUnpublished implements EventHandler {

    record Unpublished(String articleId) {}

    private final TakeItBack takeItBack;

    WithdrawWhenUnpublished(TakeItBack takeItBack) {
        this.takeItBack = takeItBack;
    }

    @Override
    public String type() {
        return "content.article.unpublished";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return takeItBack.ofArticle(event.as(Unpublished.class).articleId());
    }
}
