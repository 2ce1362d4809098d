package club.panamia.engagement.list.member;

import club.panamia.engagement.list.Lists;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The order of what is on a list. */
@Path("/api/lists/{id}/order")
@Tag(name = "Lists")
class OrderResource {

    private final Lists lists;
    private final Members members;
    private final CurrentActor caller;

    OrderResource(Lists lists, Members members, CurrentActor caller) {
        this.lists = lists;
        this.members = members;
        this.caller = caller;
    }

    /** Puts everything on a list of mine into this order. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "orderList", summary = "Put what is on a list into another order")
    @APIResponse(responseCode = "204", description = "It is in this order")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "409", description = "not-the-members: all of them, each once")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "422", description = "invalid-input")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<Void> order(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull @Valid Order order) {
        var seen = IfMatch.required(ifMatch);
        return lists.ofForChange(caller.actor(), id)
                .invoke(list -> seen.require(list.version()))
                .chain(list -> members.order(list, order.ids()));
    }
}
