package club.panamia.social.standing;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An actor's picture is its profile's, and none where that has none. */
@ApplicationScoped
class RedrawActorWhenImagesChange implements EventHandler {

    private final ActorNews news;

    RedrawActorWhenImagesChange(ActorNews news) {
        this.news = news;
    }

    @Override
    public String type() {
        return "profile.images.changed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return news.show(event);
    }
}
