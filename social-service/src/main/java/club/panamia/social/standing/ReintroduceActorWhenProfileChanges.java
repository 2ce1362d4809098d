package club.panamia.social.standing;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** An actor's name and description are its profile's. */
@ApplicationScoped
class ReintroduceActorWhenProfileChanges implements EventHandler {

    private final ActorNews news;

    ReintroduceActorWhenProfileChanges(ActorNews news) {
        this.news = news;
    }

    @Override
    public String type() {
        return "profile.profile.changed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return news.show(event);
    }
}
