package club.panamia.social.announcement;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.post.TakeItBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** An announcement that its author took back takes its post with it. */
@ApplicationScoped
class WithdrawWhenTakenBack implements EventHandler {

    record Withdrawn(String articleId, @Nullable String statusId) {}

    private final TakeItBack takeItBack;

    WithdrawWhenTakenBack(TakeItBack takeItBack) {
        this.takeItBack = takeItBack;
    }

    @Override
    public String type() {
        return "content.announcement.withdrawn";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var withdrawn = event.as(Withdrawn.class);
        return withdrawn.statusId() == null
                ? Uni.createFrom().voidItem()
                : takeItBack.ofArticle(withdrawn.articleId(), withdrawn.statusId());
    }
}
