package club.panamia.social.actor;

import club.panamia.kernel.event.DomainEvent;

/** What happens to an actor of this server. */
public sealed interface ActorStep extends DomainEvent {

    /** Somebody takes part from now on. */
    record Joined(String actorId, String userId) implements ActorStep {
        @Override
        public String type() {
            return "social.actor.joined";
        }
    }

    /** An actor has another name, picture, description or setting than before. */
    record Changed(String actorId, String userId) implements ActorStep {
        @Override
        public String type() {
            return "social.actor.changed";
        }
    }
}
