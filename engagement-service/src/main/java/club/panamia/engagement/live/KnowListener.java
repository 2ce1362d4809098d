package club.panamia.engagement.live;

import club.panamia.engagement.live.ticket.Tickets;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Knows who listens: by the ticket in the address, else as everywhere. */
@Singleton
class KnowListener {

    static final String TICKET = "ticket";

    private static final Uni<@Nullable Response> GO_ON = Uni.createFrom().nullItem();

    private final Tickets tickets;
    private final CurrentActor caller;
    private final Listener listener;

    KnowListener(Tickets tickets, CurrentActor caller, Listener listener) {
        this.tickets = tickets;
        this.caller = caller;
        this.listener = listener;
    }

    @ServerRequestFilter
    @ForListeners
    public Uni<@Nullable Response> know(ContainerRequestContext request) {
        var ticket = request.getUriInfo().getQueryParameters().getFirst(TICKET);
        return reader(ticket).invoke(listener::is).chain(() -> GO_ON);
    }

    private Uni<String> reader(@Nullable String ticket) {
        return ticket != null
                ? tickets.spend(ticket)
                : caller.find()
                        .map(found -> found.map(Actor::userId)
                                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Sign in, or bring a ticket.")));
    }
}
