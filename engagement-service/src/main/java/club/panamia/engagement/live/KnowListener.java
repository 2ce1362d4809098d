package club.panamia.engagement.live;

import club.panamia.engagement.live.ticket.Tickets;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Knows who listens: by the ticket in the address, else as everywhere. When many come at once, it lets in so many and tells the
 * others when to come again, before anybody is looked up: by an empty stream, as a browser gives up for good on any error.
 */
@Singleton
class KnowListener {

    static final String TICKET = "ticket";

    private static final Uni<@Nullable Response> GO_ON = Uni.createFrom().nullItem();

    private final Doorway doorway;
    private final Tickets tickets;
    private final CurrentActor caller;
    private final Listener listener;
    private final Clock clock;

    KnowListener(Doorway doorway, Tickets tickets, CurrentActor caller, Listener listener, Clock clock) {
        this.doorway = doorway;
        this.tickets = tickets;
        this.caller = caller;
        this.listener = listener;
        this.clock = clock;
    }

    @ServerRequestFilter
    @ForListeners
    public Uni<@Nullable Response> know(ContainerRequestContext request) {
        var wait = doorway.enter(clock.instant());
        return wait.isZero() ? letIn(request) : Uni.createFrom().item(comeAgainIn(wait));
    }

    private Uni<@Nullable Response> letIn(ContainerRequestContext request) {
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

    private static Response comeAgainIn(Duration wait) {
        return Response.ok(": many come at once\nretry: %d\n\n".formatted(wait.toMillis()))
                .type(MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
