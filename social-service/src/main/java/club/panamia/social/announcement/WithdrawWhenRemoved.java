package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.post.TakeItBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing is said of an article that moderators removed. */
@ApplicationScoped
class WithdrawWhenRemoved implements EventHandler {

    record Removed(String articleId) {}

    private final TakeItBack takeItBack;

    WithdrawWhenRemoved(TakeItBack takeItBack) {
        this.takeItBack = takeItBack;
    }

    @Override
    public String type() {
        return "content.article.removed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return takeItBack.ofArticle(event.as(Removed.class).articleId());
    }
}
