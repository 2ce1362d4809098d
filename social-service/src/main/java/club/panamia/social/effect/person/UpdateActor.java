package club.panamia.social.effect.person;

import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody elsewhere has changed: their server is asked what they are like now, whatever was sent. */
@ApplicationScoped
class UpdateActor implements InboxHandler {

    private final RemoteActors actors;

    UpdateActor(RemoteActors actors) {
        this.actors = actors;
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Update")
                && activity.objectId().filter(activity.actor()::equals).isPresent();
    }

    @Override
    public Set<String> asks(Activity activity) {
        return Host.of(activity.actor()).stream().collect(Collectors.toSet());
    }

    @Override
    public Uni<Void> prepare(Activity activity) {
        return actors.anew(activity.actor()).replaceWithVoid();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Uni.createFrom().voidItem();
    }
}
