package club.panamia.social.standing;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.social.actor.ActorStep;
import club.panamia.social.actor.KeepInStep;
import club.panamia.social.outgoing.TellOfActors;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Brings an actor up to what is said of its person now, and tells others where that is something new. */
@Singleton
class ActorNews {

    record About(@Nullable String userId) {}

    private final KeepInStep keepInStep;
    private final TellOfActors tellOfActors;
    private final EventLog events;

    ActorNews(KeepInStep keepInStep, TellOfActors tellOfActors, EventLog events) {
        this.keepInStep = keepInStep;
        this.tellOfActors = tellOfActors;
        this.events = events;
    }

    Uni<Void> show(RecordedEvent event) {
        var person = event.as(About.class).userId();
        return person == null
                ? Uni.createFrom().voidItem()
                : keepInStep.refresh(person).chain(actorId -> tell(person, actorId));
    }

    private Uni<Void> tell(String person, @Nullable String actorId) {
        return actorId == null
                ? Uni.createFrom().voidItem()
                : tellOfActors
                        .changed(actorId)
                        .chain(() -> events.record(person, new ActorStep.Changed(actorId, person)));
    }
}
