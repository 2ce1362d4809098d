package club.panamia.social.aversion;

import club.panamia.kernel.event.DomainEvent;

/** Of two people of this server one blocks the other. Neither of them is told. */
record Blocked(String blockerUserId, String blockedUserId) implements DomainEvent {

    @Override
    public String type() {
        return "social.actor.blocked";
    }
}
