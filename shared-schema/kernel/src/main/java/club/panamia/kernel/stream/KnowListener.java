package club.panamia.kernel.stream;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Knows who listens: by the ticket in the address, else as everywhere. */
@Singleton
class KnowListener {

    private final StreamTickets tickets;
    private final CurrentActor caller;
    private final Listener listener;

    KnowListener(StreamTickets tickets, CurrentActor caller, Listener listener) {
        this.tickets = tickets;
        this.caller = caller;
        this.listener = listener;
    }

    @ServerRequestFilter
    @ForListeners
    public Uni<Void> know(ContainerRequestContext request) {
        var ticket = request.getUriInfo().getQueryParameters().getFirst(ForListeners.TICKET);
        return reader(ticket).invoke(listener::is).replaceWithVoid();
    }

    private Uni<String> reader(@Nullable String ticket) {
        return ticket != null ? tickets.spend(ticket) : caller.find().map(KnowListener::signedIn);
    }

    private static String signedIn(Optional<Actor> found) {
        return found.map(Actor::userId)
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Sign in, or bring a ticket."));
    }
}
