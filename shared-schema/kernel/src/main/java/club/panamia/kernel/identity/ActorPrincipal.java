package club.panamia.kernel.identity;

import java.security.Principal;

/** An actor as the security layer carries it; its name is the user's id. */
record ActorPrincipal(Actor actor) implements Principal {

    @Override
    public String getName() {
        return actor.userId();
    }
}
