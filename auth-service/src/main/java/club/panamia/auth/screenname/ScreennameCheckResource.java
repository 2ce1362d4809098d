package club.panamia.auth.screenname;

import club.panamia.auth.session.Browser;
import club.panamia.auth.user.Screenname;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whether a screenname is free, while somebody types. */
@Path("/api/users/screenname-check")
@Tag(name = "People")
class ScreennameCheckResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final Pool pool;
    private final CurrentActor caller;
    private final RateLimits limits;

    ScreennameCheckResource(Pool pool, CurrentActor caller, RateLimits limits) {
        this.pool = pool;
        this.caller = caller;
        this.limits = limits;
    }

    /** Says no for the same reasons as choosing it would; that it says yes reserves nothing. */
    @GET
    @PermitAll
    @Operation(operationId = "checkScreenname", summary = "See whether a screenname can be had")
    @APIResponse(responseCode = "200", description = "Whether it can be had; my own former names can")
    @APIResponse(responseCode = "422", description = "invalid-input: no name, or one of more than 100 characters")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 a minute")
    public Uni<Availability> check(@RestQuery @NotNull @Size(max = 100) String name, @Context RoutingContext context) {
        var address = String.valueOf(Browser.of(context).address());
        return caller.find()
                .call(actor -> limits.take("screenname-check", subject(actor, address), PER_MINUTE, MINUTE))
                .chain(actor ->
                        ask(Screenname.composed(name), actor.map(Actor::userId).orElse(null)));
    }

    private Uni<Availability> ask(String name, @Nullable String callerId) {
        var fault = Obstacle.inFormOf(name);
        if (fault.isPresent()) {
            return Uni.createFrom().item(Availability.not(name, fault.get()));
        }
        return pool.preparedQuery(Availability.CLAIM)
                .execute(Tuple.of(name))
                .map(claims -> Availability.of(name, claims, callerId));
    }

    private static String subject(Optional<Actor> actor, String address) {
        return actor.map(Actor::userId).orElse(address);
    }
}
