package club.panamia.auth.screenname;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.auth.user.Screenname;
import club.panamia.auth.user.Users;
import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own screenname. */
@Path("/api/users/me/screenname")
@Tag(name = "Account")
class ScreennameResource {

    /** The wished handle. */
    record ScreennameWish(@NotNull @Size(max = 100) String screenname) {}

    private final Users users;
    private final CurrentActor caller;
    private final EventLog events;
    private final SecurityTrail trail;
    private final Clock clock;

    ScreennameResource(Users users, CurrentActor caller, EventLog events, SecurityTrail trail, Clock clock) {
        this.users = users;
        this.caller = caller;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes or changes the screenname. Whoever had the old one finds the person by the new one. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "setScreenname", summary = "Choose or change my screenname")
    @APIResponse(responseCode = "204", description = "It is yours")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "409", description = "screenname-taken: somebody has or had it, or it is reserved")
    @APIResponse(responseCode = "422", description = "invalid-input: the form of a screenname")
    @APIResponse(responseCode = "429", description = "screenname-cooldown: nextChangeAt says when")
    public Uni<Void> rename(@Valid @NotNull ScreennameWish wish) {
        var actor = caller.actor();
        var screenname = Screenname.of(wish.screenname());
        return users.selfForChange(actor)
                .map(user -> user.rename(screenname, clock.instant()))
                .chain(changed -> changed.map(event -> tell(actor, event))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(Actor actor, DomainEvent renamed) {
        return events.record(actor.userId(), renamed)
                .chain(() -> trail.record(SecurityEvent.own(actor.userId(), SecurityAction.SCREENNAME_CHANGED)));
    }
}
