package club.panamia.social.standing;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The handle is the screenname; the actor and all it said stay what they are. */
@ApplicationScoped
class RenameActorWhenScreennameChanges implements EventHandler {

    private final ActorNews news;

    RenameActorWhenScreennameChanges(ActorNews news) {
        this.news = news;
    }

    @Override
    public String type() {
        return "auth.screenname.changed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return news.show(event);
    }
}
